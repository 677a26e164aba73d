global using MicroPoints.Conformance;
global using MicroPoints.Identity;
global using MicroPoints.Ledger;
global using MicroPoints.Runtime;
global using MicroPoints.Streams;
global using Xunit;

// One cluster and one Azurite serve all tests, one test after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
