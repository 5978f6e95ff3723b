"""What machines read: the guide as JSON with its schemas, and schema.org in the head of its pages."""
