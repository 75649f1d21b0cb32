#!/bin/sh
# Fails and shows what changed when the clients in git are not what the API document makes.
cd "$(dirname "$0")" || exit 1
changed=$(git status --porcelain .)
[ -z "$changed" ] && exit 0
git --no-pager diff --stat .
echo "These files differ from what is committed; run npm run clients and commit the result:"
echo "$changed"
exit 1
