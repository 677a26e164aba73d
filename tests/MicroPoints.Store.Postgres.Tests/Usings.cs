global using MicroPoints.Conformance;
global using MicroPoints.Runtime;
global using MicroPoints.Streams;
global using Xunit;
