using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>Writes a sentence in both languages.</summary>
internal static class WordingOut
{
    public static Wording Of(Title title) => new(title.Zh, title.EnOrZh);
}
