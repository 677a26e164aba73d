using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded.Tests.ReadModels;

/// <summary>Every question walks an index in the order of its answer: no table is scanned, nothing is sorted.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly TempStore _store = new();
    private readonly SqliteConnection _connection;

    public PlanTests() => _connection = ReadFile.In(_store.Places).OpenForWriting();

    [Theory]
    [InlineData(nameof(ReadPath.Recorded),
        "USING INDEX activity_by_recorded ((recorded_ms,chamber,sequence)>(?,?,?) AND recorded_ms<?)")]
    [InlineData(nameof(ReadPath.County),
        "USING INDEX activity_by_county (<expr>=? AND (recorded_ms,chamber,sequence)>(?,?,?) AND recorded_ms<?)")]
    [InlineData(nameof(ReadPath.Kind),
        "USING INDEX activity_by_kind (kind=? AND (recorded_ms,chamber,sequence)>(?,?,?) AND recorded_ms<?)")]
    [InlineData(nameof(ReadPath.Key),
        "USING INDEX activity_by_key (key=? AND (recorded_ms,chamber,sequence)>(?,?,?) AND recorded_ms<?)")]
    [InlineData(nameof(ReadPath.Actor),
        "USING INDEX activity_by_actor (recorded_by=? AND (recorded_ms,chamber,sequence)>(?,?,?) AND recorded_ms<?)")]
    [InlineData(nameof(ReadPath.Chamber), "USING PRIMARY KEY (chamber=? AND sequence>?)")]
    public void A_question_about_activities_walks_its_index(string path, string index) =>
        Assert.Equal([$"SEARCH activity {index}"], Plan(ReadPaths.Sql(Enum.Parse<ReadPath>(path))));

    [Fact]
    public void A_page_of_chambers_walks_the_register_in_order() =>
        Assert.Equal(["SEARCH chamber USING PRIMARY KEY (id>?)"], Plan(ReadPaths.Chambers));

    [Fact]
    public void The_stamp_is_found_among_stamped_chambers_alone() =>
        Assert.Equal(["SEARCH chamber USING INDEX chamber_by_stamp (seat>? AND seat<?)"], Plan(ReadPaths.Stamp));

    [Fact]
    public void Every_path_is_taken_by_some_question()
    {
        var any = new ActivityQuery(RegionCode.Nation);
        ActivityQuery[] queries =
        [
            any, any with { Scope = Sample.County }, any with { By = Sample.Clerk.Id }, any with { Kind = Sample.Visited },
            any with { Key = "k" }, any with { Chamber = Sample.East },
        ];
        Assert.Equal(Enum.GetValues<ReadPath>(), queries.Select(ReadPaths.Of).Order());
    }

    public void Dispose()
    {
        _connection.Dispose();
        _store.Dispose();
    }

    private List<string> Plan(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in ReadPaths.Parameters(new ActivityQuery(RegionCode.Nation)).Keys
            .Concat(ReadPaths.Parameters(new ChamberQuery(RegionCode.Nation)).Keys).Distinct())
            if (sql.Contains(name, StringComparison.Ordinal)) command.Parameters.AddWithValue(name, DBNull.Value);
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read()) plan.Add(rows.GetString(3));
        return plan;
    }
}
