global using MicroPoints.Activities;
global using MicroPoints.Chambers;
global using MicroPoints.Identity;
global using MicroPoints.Ledger;
global using MicroPoints.Runtime;
global using MicroPoints.Streams;
