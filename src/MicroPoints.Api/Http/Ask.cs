using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>One parameter of a question, as documentation shows it.</summary>
internal sealed record Parameter(string Name, string Description, string Example);

/// <summary>The parameters that an endpoint takes; any other is refused by name.</summary>
internal sealed record Parameters(IReadOnlyList<Parameter> All)
{
    public void Check(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (!All.Any(p => p.Name == name)) throw new ProblemException(Fault.QueryInvalid, All.Count == 0
                ? $"'{name}' is not a parameter: this takes none"
                : $"'{name}' is not a parameter: this takes {string.Join(", ", All.Select(p => p.Name))}");
            if (values.Count > 1) throw new ProblemException(Fault.QueryInvalid, $"'{name}' stands twice: give it once");
        }
    }
}

/// <summary>The parameters of questions, and how each is read.</summary>
internal static class Ask
{
    public static readonly Parameter Ruleset = new("ruleset", "The adopted ruleset's id; micro-points where left out.", "micro-points");
    public static readonly Parameter Period = new("period", "2026, 2026Q3 or 2025-2026; the one that asOf lies in where left out.", "2026");
    public static readonly Parameter Scope = new("scope", "A region; the key's own where left out.", "990101");
    public static readonly Parameter Region = new("region", "A region; the key's own where left out.", "990101");
    public static readonly Parameter PeerGroup = new("peerGroup", "Only this kind of chamber.", "township");
    public static readonly Parameter AsOf = new("asOf", "Facts and parameters up to this day; today where left out.", "2026-06-30");
    public static readonly Parameter KnownAt = new(
        "knownAt", "Entries recorded by this day or instant; now where left out.", "2026-07-01T00:00:00Z");
    public static readonly Parameter Chamber = new("chamber", "Also the place of this chamber.", "c-01");
    public static readonly Parameter After = new("after", "Entries after this sequence; 0 where left out.", "0");
    public static readonly Parameter CursorOf = new("cursor", "The `next` of the page before.", "AAECAwQFBgdjLTAx");
    public static readonly Parameter Limit = new("limit", "Items on the page, 1–500; 100 where left out.", "100");

    private const int LimitUsual = 100;

    public static TBuilder Takes<TBuilder>(this TBuilder builder, params Parameter[] parameters)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new Parameters(parameters)));
        return builder;
    }

    public static string? Text(this Call call, Parameter parameter)
    {
        var text = call.Http.Request.Query[parameter.Name];
        return text.Count == 0 ? null : text[0] is { Length: > 0 } given ? given
            : throw new ProblemException(Fault.QueryInvalid, $"'{parameter.Name}' is empty: leave it out, or give it a value");
    }

    public static RegionCode ScopeOf(this Call call, Parameter? parameter = null) =>
        call.Text(parameter ?? Scope) is { } text ? call.Region(text, _ => Invalid(parameter ?? Scope, text, "2, 4, 6 or 9 digits"))
        : call.Actor.Scope;

    public static Period? PeriodOf(this Call call) => call.Text(Period) is not { } text ? null
        : MicroPoints.Period.TryParse(text, out var period) ? period
        : throw Invalid(Period, text, "a period such as 2026, 2026Q3 or 2025-2026");

    public static DateOnly? DayOf(this Call call, Parameter parameter) => call.Text(parameter) is not { } text ? null
        : Calendar.TryParseDay(text, out var day) ? day : throw Invalid(parameter, text, $"a day such as 2026-04-12, {Span}");

    public static DateTimeOffset? InstantOf(this Call call, Parameter parameter) => call.Text(parameter) is not { } text ? null
        : Calendar.TryParseDay(text, out var day) ? Calendar.EndOf(day)
        : Calendar.TryParseInstant(text, out var instant) ? instant
        : throw Invalid(parameter, text, $"a day such as 2026-04-12 or an instant such as 2026-04-12T08:00:00Z, {Span}");

    private static string Span => $"from {Calendar.Text(Limits.FirstDay)} to {Calendar.Text(Limits.LastDay)}";

    public static long WholeOf(this Call call, Parameter parameter, long otherwise) => call.Text(parameter) is not { } text ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole
        : throw Invalid(parameter, text, "a whole number");

    public static int LimitOf(this Call call)
    {
        var limit = call.WholeOf(Limit, LimitUsual);
        return limit is >= 1 and <= Limits.PageMax ? (int)limit : throw new ProblemException(Fault.LimitOutOfRange,
            $"limit {limit} is not 1–{Limits.PageMax}: ask for less, and go on with the cursor");
    }

    public static ProblemException Invalid(Parameter parameter, string text, string wanted) =>
        new(Fault.QueryInvalid, $"{parameter.Name} '{text}' is not {wanted}");
}
