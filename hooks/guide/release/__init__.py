"""What a release leaves beside the site: copies for servers, an archive, checksums, and what it was made of."""
