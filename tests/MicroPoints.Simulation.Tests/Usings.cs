global using MicroPoints.Activities;
global using MicroPoints.Chambers;
global using MicroPoints.Ledger;
global using MicroPoints.Runtime;
global using MicroPoints.Streams;
global using Xunit;
