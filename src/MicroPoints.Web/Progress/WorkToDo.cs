using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>Something that may take longer than a page should be waited for.</summary>
/// <param name="Key">The same key is the same work: whoever presses again while it runs joins it.</param>
/// <param name="What">As it goes on after 正在: 导入 汇总.xlsx.</param>
/// <param name="By">Whose rights it is done with; the commands check them when it starts.</param>
/// <param name="Scope">Whose chambers it goes over.</param>
/// <param name="Back">Where it is begun again, should it fail.</param>
/// <param name="Import">The import that it writes or takes back; null where it is something else.</param>
public sealed record WorkToDo(string Key, Title What, Actor By, RegionCode Scope, string Back, ImportId? Import = null);

/// <summary>How a piece of work ended, in words.</summary>
/// <param name="IsDone">False: it broke off, or nothing was done; words and problems say why, and what to do.</param>
/// <param name="Path">Where to go on, and what to call that.</param>
/// <param name="File">What it made, to be downloaded; null where it made no file.</param>
public sealed record WorkEnd(
    bool IsDone, Title Words, IReadOnlyList<TableNote> Problems, string Path, Title PathWords, WorkFile? File = null);

/// <summary>A file that a piece of work made.</summary>
public sealed record WorkFile(string Name, string Type, byte[] Bytes);

/// <summary>What was begun, and what it came to where that was soon.</summary>
/// <param name="Result">Null while it goes on.</param>
public sealed record Begun<T>(LongWork Work, T? Result) where T : class;
