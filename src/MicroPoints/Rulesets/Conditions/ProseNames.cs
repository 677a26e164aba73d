using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>What people call the things a condition names, and the numbers in force on a day.</summary>
public sealed class ProseNames(Ruleset ruleset, KindCatalogue kinds, Values values, DateOnly day)
{
    /// <summary>For what is printed: a parameter with several values is written with each and the day it begins.</summary>
    public bool WithDates { get; init; }

    internal Ruleset Ruleset => ruleset;
    internal KindCatalogue Kinds => kinds;

    /// <summary>A number in a Chinese sentence.</summary>
    public string Number(Number number) => Dated(number) is { } values
        ? $"（{string.Join("，", values.Select(v => $"自 {Calendar.Text(v.From)} 起 {v.Value}"))}）" : InForce(number);

    /// <summary>A number in an English sentence.</summary>
    public string NumberEn(Number number) => Dated(number) is { } values
        ? $"({string.Join(", ", values.Select(v => $"{v.Value} from {Calendar.Text(v.From)}"))})" : InForce(number);

    /// <summary>The value on the day alone.</summary>
    public string InForce(Number number) => values.PointsAt(number, day).ToString();

    private IReadOnlyList<DatedValue>? Dated(Number number) => WithDates && number.Reference is { } id
        ? ruleset.Parameters.FirstOrDefault(p => p.Id == id)?.Values is { Count: > 1 } dated ? dated : null : null;

    public Title Kind(KindId kind) => kinds.Find(kind)?.Title ?? new Title(kind.Value);

    /// <summary>A kind by an id that may come from a list that a region set.</summary>
    public Title Kind(string id) => KindId.IsValid(id) ? Kind(new KindId(id)) : new Title(id);

    public Title Option(KindId kind, string option) => kinds.Find(kind)?.OptionTitle(option) ?? new Title(option);
    /// <summary>An option by the first of some kinds that has it.</summary>
    public Title Option(IReadOnlyList<KindId> of, string option) =>
        of.Select(kinds.Find).FirstOrDefault(k => k?.HasOption(option) == true)?.OptionTitle(option) ?? new Title(option);

    public Title Grade(string id) => ruleset.Grades.FirstOrDefault(g => g.Id == id)?.Title ?? new Title(id);
    public Title Class(string id) => ruleset.Classes.FirstOrDefault(c => c.Id == id)?.Title ?? new Title(id);
    public Title Outcome(string id) => ruleset.Outcomes.FirstOrDefault(o => o.Id == id)?.Title ?? new Title(id);
    public Title Attribute(string id) => Definition(id)?.Title ?? new Title(id);
    public Title AttributeOption(string id, string option) => Definition(id)?.OptionTitle(option) ?? new Title(option);
    public Title Setting(string id) => ruleset.Settings.FirstOrDefault(s => s.Id == id)?.Title ?? new Title(id);

    private AttributeDefinition? Definition(string id) => ruleset.Attributes.FirstOrDefault(a => a.Id == id);

    public Title Limits(Ids ids) => List(ids, id => ruleset.Limits.FirstOrDefault(l => l.Id == id)?.Title is { } title
        ? new Title($"{id}（{title.Zh}）", $"{id} ({title.EnOrZh})") : new Title(id));

    public Title Outcomes(Ids ids) => values.List(ids).Select(Outcome).ToList() is var all
        ? new Title(string.Join("、", all.Select(t => t.Zh)), string.Join("; ", all.Select(t => t.EnOrZh))) : new Title("");

    public Title Subject(Subject subject, string? id) => subject switch
    {
        Rulesets.Subject.Total => new Title("总分", "the total"),
        Rulesets.Subject.Category => ruleset.Categories.FirstOrDefault(c => c.Id == id)?.Title ?? new Title(id!),
        Rulesets.Subject.Indicator => ruleset.AllIndicators.FirstOrDefault(i => i.Id == id)?.Title ?? new Title(id!),
        Rulesets.Subject.Deduction => ruleset.Deductions.FirstOrDefault(d => d.Id == id)?.Title ?? new Title(id!),
        Rulesets.Subject.Rate => new Title($"{Kind(new KindId(id!)).Zh}（百分比）", $"{Kind(new KindId(id!)).EnOrZh} (percent)"),
        Rulesets.Subject.Attribute => Attribute(id!),
        _ => throw new InvalidOperationException("unknown subject"),
    };

    public Title Bounds(Bounds bounds)
    {
        List<Title> parts = [];
        if (bounds.AtLeast is { } least) parts.Add(new Title($"不低于 {Number(least)}", $"at least {NumberEn(least)}"));
        if (bounds.AtMost is { } most) parts.Add(new Title($"不高于 {Number(most)}", $"at most {NumberEn(most)}"));
        if (bounds.Below is { } below) parts.Add(new Title($"低于 {Number(below)}", $"below {NumberEn(below)}"));
        return new Title(string.Join("且", parts.Select(p => p.Zh)), " is " + string.Join(" and ", parts.Select(p => p.EnOrZh)));
    }

    public static Title Days(DateOnly? atLeast, DateOnly? atMost, DateOnly? below)
    {
        List<Title> parts = [];
        if (atLeast is { } least) parts.Add(new Title($"不早于 {Calendar.Text(least)}", $"on or after {Calendar.Text(least)}"));
        if (atMost is { } most) parts.Add(new Title($"不晚于 {Calendar.Text(most)}", $"on or before {Calendar.Text(most)}"));
        if (below is { } before) parts.Add(new Title($"早于 {Calendar.Text(before)}", $"before {Calendar.Text(before)}"));
        return new Title(string.Join("且", parts.Select(p => p.Zh)), " is " + string.Join(" and ", parts.Select(p => p.EnOrZh)));
    }

    public Title OneOf(string zh, string en, Ids ids, Func<string, Title> name)
    {
        var list = List(ids, name);
        return new Title($"{zh}为{list.QuotedZh}", $"{en} is {list.EnOrZh}");
    }

    public Title OptionList(KindId kind, Ids ids)
    {
        var list = List(ids, o => Option(kind, o));
        return new Title($"（{list.Zh}）", $" ({list.EnOrZh})");
    }

    public static string Zh(Duration duration) => duration.Months % 12 == 0 ? $"{duration.Months / 12} 年" : $"{duration.Months} 个月";

    public Title List(Ids ids, Func<string, Title> name)
    {
        var titles = values.List(ids).Select(name).ToList();
        return new Title(string.Join("、", titles.Select(t => t.Zh)), string.Join(" or ", titles.Select(t => t.EnOrZh)));
    }
}
