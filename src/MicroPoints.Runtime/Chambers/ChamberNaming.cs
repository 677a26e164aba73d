using MicroPoints.Chambers;

namespace MicroPoints.Runtime;

/// <summary>Keeps the names of a county's chambers such that people, and tables they fill, can tell them apart.</summary>
/// <remarks>Names are compared as they look: without spaces and what shows nothing, in half width, in either case.</remarks>
public sealed class ChamberNaming
{
    private readonly Dictionary<(RegionCode County, string Look), (ChamberId? Chamber, string Name, Title Where)> _taken = [];

    /// <param name="register">Chambers that have ended leave their name to others.</param>
    public ChamberNaming(IEnumerable<Chamber> register)
    {
        foreach (var chamber in register.Where(c => c.End is null))
            Take(chamber.Id, chamber.Seat, chamber.Name, new Title($"名册上的“{chamber.Name}”（编号 {chamber.Id}）",
                $"'{chamber.Name}' of the register ({chamber.Id})"));
    }

    /// <summary>Why a name cannot be any chamber's, and what to do; null where it can.</summary>
    public static Title? Unfit(string name)
    {
        if (name.Length == 0) return new Title("请填商会名称", "give the name");
        if (name.Length > Limits.NameLengthMax) return new Title($"名称有 {name.Length} 个字，最多 {Limits.NameLengthMax} 个：请写短一些",
            $"the name has {name.Length} characters, at most {Limits.NameLengthMax}: shorten it");
        if (PlainText.ControlIn(name) is >= 0 and var control) return new Title(
            $"名称第 {control + 1} 个字符是换行一类的控制字符（U+{(int)name[control]:X4}）：请删掉", $"the name has {PlainText.Said(name, control)}");
        if (PlainText.InvisibleIn(name) is >= 0 and var at) return new Title(
            $"名称第 {at + 1} 个字符看不见（U+{(int)name[at]:X4}），多半是复制时带进来的：请把名称重新打一遍",
            $"the name has {PlainText.SaidInvisible(name, at)}");
        return name.Trim() != name ? new Title("名称前后有空格：请删掉", "the name has space around it: leave it out") : null;
    }

    /// <summary>Why a name cannot be told from another's of its county, and what to do; null where it can.</summary>
    /// <param name="chamber">Whose it is to be: its own name is no other's.</param>
    public Title? Taken(ChamberId? chamber, RegionCode seat, string name)
    {
        if (!_taken.TryGetValue(Of(seat, name), out var other) || other.Chamber is { } known && known == chamber) return null;
        return other.Name == name
            ? new Title($"与{other.Where.Zh}同名：同一家不用再登记，另一家请在名称里加上区分",
                $"it has the name of {other.Where.EnOrZh}: the same needs no registering, another needs what tells it apart")
            : new Title($"看起来与{other.Where.Zh}一样，只差空格、全角半角、大小写或看不见的字符：同一家不用再登记，另一家请在名称里加上区分",
                $"it looks like {other.Where.EnOrZh}, but for spaces, width, case or what shows nothing: add what tells the two apart");
    }

    /// <summary>Takes a name, so that what comes after it in the same sending is told.</summary>
    /// <param name="where">Where it stands.</param>
    public void Take(ChamberId? chamber, RegionCode seat, string name, Title where) =>
        _taken.TryAdd(Of(seat, name), (chamber, name, where));

    private static (RegionCode, string) Of(RegionCode seat, string name) => (seat.Enclosing(RegionLevel.County),
        string.Concat(NameText.Plain(name).Where(c => !char.IsWhiteSpace(c) && PlainText.InvisibleIn([c]) < 0)
            .Select(char.ToLowerInvariant)));
}
