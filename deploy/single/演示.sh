#!/bin/sh
exec "$(dirname "$0")/MicroPoints" --desk --demo
