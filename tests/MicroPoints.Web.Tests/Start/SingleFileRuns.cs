namespace MicroPoints.Web.Tests;

/// <summary>The tests of the built program, which is built once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class SingleFileRuns : ICollectionFixture<SingleFile>
{
    public const string Name = "the built program";
}
