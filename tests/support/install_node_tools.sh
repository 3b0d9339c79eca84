#!/bin/sh
# Installs the packages that a folder's package-lock.json names, and Node.js itself where there is none.
# Says nothing and does nothing when they are there already.
set -eu

folder=$1
here=$(dirname "$0")
# A machine may have Node.js from elsewhere, and Debian's packages would not go beside it.
if ! command -v npm >/dev/null 2>&1; then
  sh "$here/install_packages.sh" nodejs npm
fi
installed=$folder/node_modules/.installed
if [ -f "$installed" ] && [ "$folder/package-lock.json" -ot "$installed" ]; then
  exit 0
fi
echo "Installing the Node packages of $folder"
npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error
touch "$installed"
