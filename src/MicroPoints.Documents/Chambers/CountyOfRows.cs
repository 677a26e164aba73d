using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>The county whose chambers a table or a form puts on the register: its townships, its names, and the day.</summary>
/// <param name="MayBeUnlisted">Somebody has said that codes which the list of townships lacks are right all the same.</param>
public sealed record CountyOfRows(RegionCode Region, ChamberNaming Names, DateOnly Today, bool MayBeUnlisted)
{
    private readonly IReadOnlyList<Township> _townships = Townships.In(Region);

    /// <summary>Why a region is no seat, and what to do; null where it is one.</summary>
    public (Title Words, bool MayBeConfirmed)? Unfit(RegionCode seat)
    {
        if (!Region.Contains(seat)) return (new Title($"{seat} 不在本县（{Region}）：请核对代码", $"{seat} is not in {Region}: check the code"), false);
        if (seat.Value.Length < (int)RegionLevel.County)
            return (new Title($"{seat} 不是 6 位的县或 9 位的乡镇街道代码", $"{seat} is not a county of six digits or a township of nine"), false);
        return Unlisted(seat) is { } words ? (words, true) : null;
    }

    /// <summary>Said of a code that the list of townships lacks, unless somebody has said that it is right.</summary>
    private Title? Unlisted(RegionCode code) => MayBeUnlisted || !Townships.IsUnlisted(code) ? null
        : new Title($"清单里没有代码 {code}：请核对；区划新调整过、代码没有错的，请勾选“清单里没有这个代码，仍要登记”",
            $"the list has no code {code}: check it; where it is newer than the list, tick that it is right all the same");

    /// <summary>The township whose name stands in a chamber's, the longest where several do.</summary>
    internal RegionCode? Of(RowReader row, string chamber)
    {
        var named = _townships.Where(t => chamber.Contains(t.Name, StringComparison.Ordinal)).MaxBy(t => t.Name.Length);
        if (named is not null) return named.Code;
        if (chamber.Length > 0) row.Bad("region", "请填所在乡镇街道的 9 位区划代码：从商会名称看不出来",
            "give the township's code of nine digits: the name does not tell it");
        return null;
    }

    /// <summary>What the register would refuse of a row, every bad field of it at once.</summary>
    internal void Check(RowReader row, ChamberId? chamber, string name, string kind, RegionCode? seat,
        IReadOnlyList<RegionCode> serves, DateOnly? founded, DateOnly? registered)
    {
        if (name.Length > 0 && (ChamberNaming.Unfit(name) ?? (seat is { } at ? Names.Taken(chamber, at, name) : null)) is { } bad)
            row.Bad("name", bad);
        else if (seat is { } of) Names.Take(chamber, of, name, new Title($"第 {row.Line} 行的“{name}”", $"'{name}' on line {row.Line}"));
        if (seat is { } region && Unfit(region) is var (words, mayBeConfirmed)) row.Bad("region", words, mayBeConfirmed);
        foreach (var code in serves.Where(c => c != seat))
            if (Unlisted(code) is { } why) row.Bad("serves", why, mayBeConfirmed: true);
        if (serves.Count > Limits.RegionsServedMax) row.Bad("serves", new Title(
            $"最多 {Limits.RegionsServedMax} 个", $"at most {Limits.RegionsServedMax}"));
        if (kind.Length > 0 && !EntryId.IsValid(kind)) row.Bad("kind", new Title(
            $"不认识类别“{kind}”：请写{string.Join("、", ChamberKinds.All.Select(k => k.Title.Zh))}之一",
            $"'{kind}' is no kind: write one of {string.Join(", ", ChamberKinds.All.Select(k => k.Id))}"));
        Past(row, "founded", founded);
        Past(row, "registered-on", registered);
    }

    private void Past(RowReader row, string column, DateOnly? day)
    {
        if (day > Today) row.Bad(column, new Title($"{Calendar.Text(day.Value)} 在今天之后：请核对年份",
            $"{Calendar.Text(day.Value)} is after today: check the year"));
    }
}
