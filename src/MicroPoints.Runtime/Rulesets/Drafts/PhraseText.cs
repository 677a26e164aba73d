using System.Text;
using System.Text.RegularExpressions;

namespace MicroPoints.Runtime;

/// <summary>A text from which phrases are taken one after another; what nobody took is left.</summary>
internal sealed class PhraseText(string text)
{
    private readonly StringBuilder _left = new(text);

    /// <summary>Where a phrase stood; nothing else is found across it.</summary>
    private const char Taken = '\u0001';

    public string Left => _left.ToString();

    /// <summary>Takes the first place that a pattern finds and a condition holds of; null where there is none.</summary>
    public Match? Take(Regex pattern, Func<Match, bool>? holds = null)
    {
        foreach (Match match in pattern.Matches(Left))
        {
            if (holds?.Invoke(match) == false) continue;
            for (var i = match.Index; i < match.Index + match.Length; i++) _left[i] = Taken;
            return match;
        }
        return null;
    }

    public List<Match> TakeAll(Regex pattern, Func<Match, bool>? holds = null)
    {
        var taken = new List<Match>();
        while (Take(pattern, holds) is { } match) taken.Add(match);
        return taken;
    }

    /// <summary>What stands before a place in its clause.</summary>
    public string ClauseBefore(int index)
    {
        var before = Left[..index];
        return before[(before.LastIndexOfAny([',', ';', Taken]) + 1)..];
    }
}
