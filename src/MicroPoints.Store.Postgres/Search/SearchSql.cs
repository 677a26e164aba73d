using MicroPoints.Runtime;
using Npgsql;
using static MicroPoints.Store.Postgres.SqlText;

namespace MicroPoints.Store.Postgres;

/// <summary>Questions as SQL: of fixed pieces, one for each thing that is given; what is given is always a parameter.</summary>
/// <remarks>The pieces meet an index each; PostgreSQL chooses which one it walks.</remarks>
internal sealed class SearchSql
{
    private readonly List<NpgsqlParameter> _parameters = [];
    private readonly List<string> _conditions = [];
    private string _from = "";
    private string _order = "";

    public static SearchSql Of(ActivityQuery query)
    {
        var sql = new SearchSql
        {
            _from = """
                select e.chamber, e.sequence, e.bytes, r.id from mp_entry e
                left join mp_entry r on r.stream = e.stream and r.target = e.id
                """,
            // Instants never run backwards in a chamber.
            _order = query.Chamber is null ? "e.recorded, e.chamber, e.sequence" : "e.sequence",
        };
        sql.Where("e.recorded is not null");
        sql.Within("e.seat", query.Scope);
        if (query.Scope.Value.Length >= (int)RegionLevel.County)
            sql.Where("substr(e.seat, 1, 6) = $", query.Scope.Enclosing(RegionLevel.County).Value);
        if (query.Chamber is { } chamber)
            sql.Where("e.stream = (select s.number from mp_stream s where s.type = 1 and s.name = $)", chamber.Value);
        if (query.Kind is { } kind) sql.Where("e.kind = $", kind.Value);
        if (query.Key is { } key) sql.Where("e.object_key = $", key);
        if (query.By is { } by) sql.Where("e.actor = $", by.Value);
        if (query.OnFrom is { } onFrom) sql.Where("e.on_last >= $", onFrom.DayNumber);
        if (query.OnUntil is { } onUntil) sql.Where("e.on_last < $", onUntil.DayNumber);
        if (query.RecordedFrom is { } from) sql.Where("e.recorded >= $", from.ToUnixTimeMilliseconds());
        if (query.RecordedUntil is { } until) sql.Where("e.recorded < $", until.ToUnixTimeMilliseconds());
        if (!query.IncludeReversed) sql.Where("r.id is null");
        if (query.After is { } after) sql.After(after);
        return sql.Limit(query.Limit);
    }

    public static SearchSql Of(ChamberQuery query)
    {
        var sql = new SearchSql
        {
            _from = "select c.id, c.name, c.kind, c.seat, c.founded, c.ended_on from mp_chamber c",
            _order = "c.id",
        };
        sql.Within("c.seat", query.Scope);
        if (query.After is { } after) sql.Where("c.id > $", after.Value);
        if (query.NameContains is { } name) sql.Where("position(lower($) in lower(c.name)) > 0", name);
        return sql.Limit(query.Limit);
    }

    /// <summary>What stands on every output about the chambers of a scope.</summary>
    public static SearchSql Stamp(RegionCode scope)
    {
        var sql = new SearchSql { _from = "select c.stamp from mp_chamber c", _order = "c.seat" };
        sql.Within("c.seat", scope);
        sql.Where("c.stamp is not null");
        return sql.Limit(0);
    }

    public NpgsqlCommand On(NpgsqlConnection connection) => connection.Command(
        $"{_from} where {string.Join(" and ", _conditions)} order by {_order} limit ${_parameters.Count}",
        [.. _parameters.Select(p => p.Clone())]);

    private void Where(string condition) => _conditions.Add(condition);

    private void Where<T>(string condition, T value)
    {
        _parameters.Add(P(value));
        _conditions.Add(condition.Replace("$", $"${_parameters.Count}", StringComparison.Ordinal));
    }

    private void Within(string column, RegionCode scope)
    {
        Where($"{column} >= $", Seats.From(scope));
        Where($"{column} < $", Seats.Until(scope));
    }

    private void After(ActivityPosition after)
    {
        _parameters.AddRange([P(after.Recorded.ToUnixTimeMilliseconds()), P(after.Chamber.Value), P(after.Sequence)]);
        var last = _parameters.Count;
        Where($"(e.recorded, e.chamber, e.sequence) > (${last - 2}, ${last - 1}, ${last})");
    }

    /// <summary>One more than the page holds tells whether there is another.</summary>
    private SearchSql Limit(int items)
    {
        _parameters.Add(P(items + 1));
        return this;
    }
}
