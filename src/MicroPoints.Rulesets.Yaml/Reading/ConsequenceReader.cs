using MicroPoints.Rulesets.Yaml.Nodes;

namespace MicroPoints.Rulesets.Yaml.Reading;

/// <summary>Reads deductions and limits: what is taken away after points are summed.</summary>
internal static class ConsequenceReader
{
    private const string Zeroes = "zeroes-indicators-counting";
    private const string AllOutcomes = "outcomes";

    public static IEnumerable<Deduction> Deductions(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var item in file.List("deductions"))
        {
            if (Fields.Of(item, Lines.Named("deduction", item), context.Findings, "id", "title", "cite", "counts",
                "each", "while", "cap",
                Zeroes, "enabled-by") is not { } fields) continue;
            var (id, title) = Lines.IdAndTitle(fields);
            var cite = citing.Within(fields).For(fields);
            var (zeroes, byKey) = ZeroedKinds(fields, context);
            var (counts, countsSetting) = CountedReader.Read(fields, context);
            var deduction = new Deduction(id ?? "", title ?? new Title(""), counts, Each(fields, context),
                While(fields, context), context.Number(fields, "cap"), zeroes, byKey, context.EnabledBy(fields), cite)
            { CountsSetting = countsSetting };
            CheckForm(fields);
            if (id is not null && title is not null) yield return context.Places.Keep(deduction, item);
        }
    }

    /// <summary>A deduction that only zeroes indicators takes nothing for each fact.</summary>
    private static Number? Each(Fields deduction, RulesetContext context) =>
        OnlyZeroes(deduction) ? new Number(0) : context.Number(deduction, "each");

    private static bool OnlyZeroes(Fields deduction) =>
        deduction.Has(Zeroes) && deduction.Has("counts") && !deduction.Has("each") && !deduction.Has("while");

    private static void CheckForm(Fields deduction)
    {
        if (OnlyZeroes(deduction)) return;
        if (deduction.Has("each") == deduction.Has("while"))
            deduction.Findings.Add(DiagnosticCodes.DeductionForm, deduction.Mapping,
                $"{deduction.What} has {(deduction.Has("each") ? "both 'each' and" : "neither 'each' nor")} 'while'",
                "Write 'counts' with 'each' for facts, or 'while' for a state.");
        else if (deduction.Has("each"))
            deduction.RequiredNode("counts");
        else if (deduction.Has("counts"))
            deduction.Findings.Add(DiagnosticCodes.CountsUnused, deduction.At("counts"),
                $"{deduction.What} has 'counts' beside 'while'",
                "Remove 'counts', or write 'each'.");
    }

    /// <summary>The word <c>key</c>, a kind, or a list of kinds.</summary>
    private static (IReadOnlyList<KindId> Kinds, bool ByKey) ZeroedKinds(Fields deduction, RulesetContext context)
    {
        if (deduction.Node(Zeroes) is not { } node) return ([], false);
        if (node is YamlScalar { Text: "key" }) return ([], true);
        var items = node is YamlScalar ? [node] : deduction.RequiredList(Zeroes);
        return ([.. items.Select(i => context.Kind(i, deduction.Named(Zeroes))).OfType<KindId>()], false);
    }

    private static WhileState? While(Fields deduction, RulesetContext context)
    {
        if (Fields.Of(deduction.Node("while"), $"'while' of {deduction.What}", context.Findings, "state", "is",
            "points") is not { } fields) return null;
        var state = context.RequiredKind(fields, "state");
        var options = context.RequiredIds(fields, "is");
        var points = context.RequiredNumber(fields, "points");
        return state is null || options is null || points is null ? null
            : context.Places.Keep(new WhileState(state.Value, options, points.Value), fields.Mapping);
    }

    public static IEnumerable<Limit> Limits(Fields file, RulesetContext context, Citing citing)
    {
        foreach (var item in file.List("limits"))
        {
            if (Fields.Of(item, Lines.Named("limit", item), context.Findings, "id", "title", "cite", "when", "grade",
                "grade-at-most",
                "grades-down", "bars", "suspends", "enabled-by") is not { } fields) continue;
            var (id, title) = Lines.IdAndTitle(fields);
            var cite = citing.Within(fields).For(fields);
            var when = fields.RequiredNode("when") is { } node
                ? ConditionReader.Read(node, fields.Named("when"), context) : null;
            var (all, some) = Suspended(fields, context);
            CheckEffects(fields);
            var (bars, reason) = Bars(fields);
            var limit = new Limit(id ?? "", title ?? new Title(""), when ?? new Condition.All([]),
                fields.Text("grade") ?? fields.Text("grade-at-most"),
                context.Number(fields, "grades-down"), bars, all, some, context.EnabledBy(fields), cite)
            { BarsReason = reason };
            if (id is not null && title is not null && when is not null) yield return context.Places.Keep(limit, item);
        }
    }

    /// <summary>True, or the reason for which it bars; without one the limit's title says it to people.</summary>
    private static (bool Bars, Title? Reason) Bars(Fields limit)
    {
        if (limit.Node("bars") is not { } node) return (false, null);
        if (node is YamlScalar { Text: "true" or "false" }) return (limit.Flag("bars"), null);
        var reason = Titles.ReadLoose(node, limit.Named("bars"), limit.Findings);
        return (reason is not null, reason);
    }

    private static (bool All, Ids Some) Suspended(Fields limit, RulesetContext context)
    {
        if (context.Ids(limit, "suspends") is not { } ids) return (false, new Ids([]));
        if (!ids.Literal.Contains(AllOutcomes) || context.Names.Has(AllOutcomes, NameOf.Outcome)) return (false, ids);
        return (true, context.Places.Keep(new Ids([.. ids.Literal.Where(i => i != AllOutcomes)]),
            limit.Node("suspends")!));
    }

    private static void CheckEffects(Fields limit)
    {
        string[] effects = [.. new[] { "grade", "grade-at-most", "grades-down", "bars" }.Where(limit.Has)];
        if (effects.Length > 1)
            limit.Findings.Add(DiagnosticCodes.LimitEffects, limit.At(effects[1]),
                $"{limit.What} has {string.Join(" and ", effects)}",
                "Keep one of them, and write a limit of its own for each other.");
    }
}
