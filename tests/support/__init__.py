"""What several tests need: projects to build, folders to serve, pages to read."""
