namespace MicroPoints.Store.Embedded.Tests.ReadModels;

public sealed class FindTests(FindTests.InJournal written) : SearchSuite(written), IClassFixture<FindTests.InJournal>
{
    public sealed class InJournal : Written
    {
        protected override Task<SearchDesk> Open() => Task.FromResult<SearchDesk>(new ReadDesk());
    }
}
