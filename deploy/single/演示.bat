@echo off
start "" "%~dp0MicroPoints.exe" --desk --demo
