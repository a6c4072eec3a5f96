"""What people have corrected: a file of patches anchored to quotes, and how records become what they say."""
