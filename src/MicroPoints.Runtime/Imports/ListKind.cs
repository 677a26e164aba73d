using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>Tells which kind a department's list is of: by the sheet's name, a title above the table, or the file's name.</summary>
internal static class ListKind
{
    private const int TitleRows = 3;

    public static KindId? Of(TableFile file, string name, KindCatalogue kinds)
    {
        if (file.Problems.Count > 0) return null;
        var sheet = file.Sheets.FirstOrDefault(s => !s.IsEmpty);
        // What stands alone in its row is a title; a row of headings names many things.
        var titles = sheet is null ? [] : sheet.Rows.Where(r => r <= TitleRows).Select(r => Enumerable.Range(1, sheet.Columns)
            .Select(c => sheet[r, c]?.Text).Where(t => t is not null).ToList()).Where(r => r.Count == 1).Select(r => r[0]!);
        string[] texts = [sheet?.Name ?? "", .. titles, Path.GetFileNameWithoutExtension(name)];
        foreach (var text in texts.Select(NameText.Key))
        {
            // The longest title is the one that is meant: another's may be a part of it.
            var named = kinds.Kinds.Where(k => text.Contains(NameText.Key(k.Title.Zh), StringComparison.Ordinal))
                .OrderByDescending(k => k.Title.Zh.Length).ToList();
            if (named is [var only]) return only.Id;
            if (named is [var first, var second, ..] && first.Title.Zh.Contains(second.Title.Zh, StringComparison.Ordinal)) return first.Id;
        }
        return null;
    }
}
