using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A trace in plain sentences, in both languages.</summary>
/// <param name="ruleset">For the titles of lines, limits and grades.</param>
/// <param name="kinds">For the titles of kinds and options.</param>
public sealed class TraceProse(Ruleset ruleset, KindCatalogue kinds)
{
    /// <summary>Whether parameters are called by their ids: for those who read the ruleset's file, not for clerks.</summary>
    public bool NamesParameters { get; init; } = true;

    /// <summary>How a line came to its points, a sentence a step: records, values, raw points, comparisons, cuts.</summary>
    public IEnumerable<Title> Line(LineTrace line)
    {
        foreach (var fact in Facts(line.Facts)) yield return fact;
        foreach (var value in line.Values) yield return Value(value);
        if (line.Reach is { } reach) yield return Reach(reach);
        if (line.Comparison is { } comparison) yield return Comparison(comparison);
        foreach (var step in Sum(line.Terms, line.Line.Raw)) yield return step;
        foreach (var cut in line.Cuts) yield return Cut(cut);
        if (line.Overflow is { } overflow) yield return new Title(
            $"超出部分另计入 {Name(overflow.To).Zh}：{overflow.Points}",
            $"what is left over is credited in {Name(overflow.To).EnOrZh}: {overflow.Points}");
        foreach (var cut in line.Around) yield return Cut(cut);
    }

    public IEnumerable<Title> Deduction(DeductionTrace deduction)
    {
        foreach (var fact in Facts(deduction.Facts)) yield return fact;
        foreach (var value in deduction.Values) yield return Value(value);
        foreach (var step in Sum(deduction.Terms, deduction.Line.Raw)) yield return step;
        foreach (var cut in deduction.Cuts) yield return Cut(cut);
        if (deduction.Zeroes.Count > 0) yield return new Title(
            $"下列指标计零：{Names(deduction.Zeroes).Zh}", $"brings to zero: {Names(deduction.Zeroes).EnOrZh}");
    }

    /// <summary>From the categories to the total.</summary>
    public IEnumerable<Title> Total(TotalTrace total)
    {
        yield return total.BonusSum == Points.Zero
            ? new Title($"各类合计 {total.BaseSum}", $"the categories come to {total.BaseSum}")
            : new Title($"各类合计 {total.BaseSum}，加分合计 {total.BonusSum}",
                $"the categories come to {total.BaseSum}, bonus to {total.BonusSum}");
        foreach (var cut in total.BaseCuts.Concat(total.BonusCuts).Concat(total.Cuts)) yield return Cut(cut);
        yield return new Title($"总分 {total.Total}", $"the total is {total.Total}");
    }

    /// <summary>Kinds are named only where there are several: a line's title says what its one kind is.</summary>
    private IEnumerable<Title> Facts(IReadOnlyList<TracedFact> facts)
    {
        var isNamed = facts.Select(f => f.Kind).Distinct().Count() > 1;
        return facts.Select(f => Fact(f, isNamed));
    }

    private Title Fact(TracedFact fact, bool isNamed)
    {
        var (what, en) = What(fact, isNamed);
        if (fact.LeftOut is { } why) return new Title($"未计：{what}（{why.Phrase().Zh}）", $"left out: {en} ({why.Phrase().EnOrZh})");
        var earlier = fact.Earlier is { } before ? new Title($"，以往已计 {before}", $", credited earlier {before}") : new Title("", "");
        return fact.Each is { } each
            ? new Title($"计入：{what}，计 {Short(fact.Amount)}，每计 {each} 分{earlier.Zh}",
                $"counted: {en}, {Short(fact.Amount)} at {each}{earlier.EnOrZh}")
            : new Title($"计入：{what}，计 {Short(fact.Amount)}{earlier.Zh}", $"counted: {en}, {Short(fact.Amount)}{earlier.EnOrZh}");
    }

    private (string Zh, string En) What(TracedFact fact, bool isNamed)
    {
        var kind = kinds.Find(fact.Kind);
        var (zh, en) = !isNamed ? ("", "") : (kind?.Title.Zh ?? fact.Kind.Value, kind?.Title.EnOrZh ?? fact.Kind.Value);
        if (fact.Choice is { } choice && kind?.OptionTitle(choice) is { } option)
            (zh, en) = ($"{zh}（{option.Zh}）", $"{en} ({option.EnOrZh})");
        if (fact.Key is { } key) (zh, en) = ($"{zh}“{key}”", $"{en} '{key}'");
        if (fact.Facts == 0) return ($"{zh}（从未登记，按此看待）", $"{en} (never recorded, so taken for it)");
        // A day's one record needs no number.
        var isOne = fact is { Facts: 1, On.Precision: Precision.Day };
        return (Spaced(fact.On?.ToString(), zh, isOne ? null : $"{fact.Facts} 条").Replace(" （", "（"),
            Spaced(fact.On?.ToString(), en, isOne ? null : $"{fact.Facts} recorded"));
    }

    private static string Spaced(params IEnumerable<string?> words) => string.Join(' ', words.Where(w => !string.IsNullOrEmpty(w)));

    public Title Value(TracedValue value)
    {
        var days = value.FirstRead == value.LastRead ? Calendar.Text(value.FirstRead)
            : $"{Calendar.Text(value.FirstRead)} – {Calendar.Text(value.LastRead)}";
        if (value.IsSetting) return new Title($"取值 {value.Value}：本地设定{Name(value.Id).QuotedZh}",
            $"value {value.Value}: the setting '{Name(value.Id).EnOrZh}'");
        var id = NamesParameters ? new Title($"{value.Id}，", $"{value.Id}, ") : new Title("", "");
        if (value.From is not { } from) return new Title($"取值：{id.Zh}在 {days} 尚未施行", $"value: {id.EnOrZh}not in force on {days}");
        var source = ruleset.Sources.FirstOrDefault(s => s.Id == value.Cite!.Source)?.Title ?? new Title(value.Cite!.Source);
        return new Title(
            $"取值 {value.Value}：{id.Zh}自 {Calendar.Text(from)} 起施行，按 {days} 查得，依据《{source.Zh}》{value.Cite!.Clause}",
            $"value {value.Value}: {id.EnOrZh}in force from {Calendar.Text(from)}, picked by {days}, {source.EnOrZh}, {value.Cite.Clause}");
    }

    private static Title Reach(TracedReach reach)
    {
        var (zh, en) = ($"达到 {Short(reach.Reached)}", $"reached {Short(reach.Reached)}");
        if (reach is { Answered: { } answered, AnsweredAtLeast: { } least }) (zh, en) = (
            $"{zh}，参评率 {Short(answered)}%，须不低于 {least}%", $"{en}, {Short(answered)} % answered, at least {least} % are required");
        return reach.From is { } from ? new Title($"{zh}，在 {from} 及以上一档", $"{en}, in the tier from {from}") : new Title(zh, en);
    }

    private static Title Comparison(TracedComparison c) => c.IsWithheld
        ? new Title($"本会 {Short(c.Own)}，与 {c.Peers} 家可比商会相比；最低和最高只对管辖全部这些商会的人显示",
            $"{Short(c.Own)} among {c.Peers} peers; from what to what is told to those who reach all of them")
        : c is { IsPeer: true, Least: { } least, Most: { } most }
        ? new Title($"本会 {Short(c.Own)}，与 {c.Peers} 家可比商会相比：最低 {Short(least)}，最高 {Short(most)}",
            $"{Short(c.Own)} among {c.Peers} peers, from {Short(least)} to {Short(most)}")
        : new Title($"本会 {Short(c.Own)}，可比商会 {c.Peers} 家，不能相比，按基准分",
            $"{Short(c.Own)}; {c.Peers} peers compare nothing, so the fallback holds");

    private IEnumerable<Title> Sum(IReadOnlyList<TracedTerm> terms, Points raw)
    {
        foreach (var term in terms) yield return Term(term);
        if (terms.Count > 1) yield return new Title($"合计 {raw}", $"together {raw}");
    }

    /// <summary>A term is of a line of a group, or of a kind of a checklist.</summary>
    private Title Term(TracedTerm term)
    {
        var name = term.Of is not { } id ? null : KindId.IsValid(id) && kinds.Find(new KindId(id)) is { } kind ? kind.Title : Name(id);
        var (of, ofEn) = name is null ? ("", "") : ($"{name.Zh}：", $"{name.EnOrZh}: ");
        if (term.Every is { } every) return new Title(
            $"{of}{Short(term.Amount)} ÷ {every}（{Word(term.Rounding).Zh}）× {term.Each} = {term.Points}",
            $"{ofEn}{Short(term.Amount)} ÷ {every} ({Word(term.Rounding).EnOrZh}) × {term.Each} = {term.Points}");
        if (term.Amount == Fraction.Whole(1)) return new Title($"{of}{term.Points} 分", $"{ofEn}{term.Points}");
        return new Title($"{of}{Short(term.Amount)} × {term.Each} = {term.Points}",
            $"{ofEn}{Short(term.Amount)} × {term.Each} = {term.Points}");
    }

    public Title Cut(TracedCut cut)
    {
        var to = $"{cut.Before} → {cut.After}";
        // Several deductions stand in one cut.
        var of = Names(cut.Of?.Split(' ') ?? []);
        return cut.By switch
        {
            CutBy.NotApplicable => new Title($"不适用，不计分：{to}", $"does not apply: {to}"),
            CutBy.SwitchedOff => new Title($"本地未启用（{of.Zh}）：{to}", $"switched off here ({of.EnOrZh}): {to}"),
            CutBy.Floor => new Title($"不低于零：{to}", $"not below zero: {to}"),
            CutBy.Zeroed => new Title($"因{of.QuotedZh}计零：{to}", $"brought to zero by {of.EnOrZh}: {to}"),
            CutBy.Cap => new Title($"{of.Zh}上限 {cut.Limit}：{to}", $"cap {cut.Limit} of {of.EnOrZh}: {to}"),
            CutBy.Scale => new Title($"{of.QuotedZh}有指标不适用，其余{Times(cut).Zh}：{to}",
                $"some of {of.EnOrZh} does not apply, {Times(cut).EnOrZh} of the rest: {to}"),
            CutBy.BonusCap => new Title($"加分上限 {cut.Limit}：{to}", $"bonus at most {cut.Limit}: {to}"),
            CutBy.Rescale => new Title($"整类不适用，其余{Times(cut).Zh}：{to}",
                $"a whole category does not apply, {Times(cut).EnOrZh} of the rest: {to}"),
            CutBy.FinalCap => new Title($"总分上限 {cut.Limit}：{to}", $"total at most {cut.Limit}: {to}"),
            CutBy.Deductions => new Title($"扣分（{of.Zh}）：{to}", $"deductions ({of.EnOrZh}): {to}"),
            _ => throw new InvalidOperationException("unknown cut"),
        };
    }

    /// <summary>By how much points are stretched: a fraction as so many for each so many.</summary>
    private static Title Times(TracedCut cut) => cut.Factor!.Value.ToString().Split('/') is [var counted, var each]
        ? new Title($"每 {each} 分折算为 {counted} 分", $"{counted} for each {each} points")
        : new Title($"按 {cut.Factor} 倍折算", $"{cut.Factor} for each point");

    private Title Names(IReadOnlyList<string> ids) => new(
        string.Join("、", ids.Select(i => Name(i).Zh)), string.Join(", ", ids.Select(i => Name(i).EnOrZh)));

    /// <summary>The title of a line, deduction, category or setting; what is none of them is told by its id.</summary>
    private Title Name(string id) =>
        (ruleset.AllIndicators.FirstOrDefault(i => i.Id == id)?.Title ?? ruleset.Deductions.FirstOrDefault(d => d.Id == id)?.Title)
            is { } line ? new Title($"{id} {line.Zh}", $"{id} {line.EnOrZh}")
        : ruleset.Categories.FirstOrDefault(c => c.Id == id)?.Title
            ?? ruleset.Settings.FirstOrDefault(s => s.Id == id)?.Title ?? new Title(id, id);

    private static Title Word(Rounding rounding) => rounding switch
    {
        Rounding.HalfUp => new Title("四舍五入取整", "rounded half up"),
        Rounding.Down => new Title("舍去尾数", "rounded down"),
        Rounding.Up => new Title("进一取整", "rounded up"),
        _ => throw new InvalidOperationException("unknown rounding"),
    };

    /// <summary>To two decimals where it is no short number; the trace keeps it exactly.</summary>
    private static string Short(Fraction amount) => amount.ToString() is var text && text.Contains('/') ? $"≈{amount.ToPoints()}" : text;
}
