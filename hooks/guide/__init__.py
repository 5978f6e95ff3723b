"""The product: reads the guide's Markdown and YAML, checks them, and makes what MkDocs does not."""
