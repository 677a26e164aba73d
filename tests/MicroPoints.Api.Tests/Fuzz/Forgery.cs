using System.Buffers.Text;
using System.Text;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Cursors that are sealed as the server seals them: whoever reads its source can make them, with any position.</summary>
internal static class Forgery
{
    public static readonly string[] Positions =
        ["", " ", "x y z", "1 region:990101 x", "99999999999999999999 identity:keys 1", "-1 identity:keys -1", "1 nothing 1", "1 region: 1",
         "-1", "0", "2147483648", "9223372036854775808", "c 1 2", "100.00 c-1", "a b"];

    /// <summary>What each paging operation seals of its question, where it is asked without parameters.</summary>
    public static string Question(string operation, string scope, string results) => operation switch
    {
        "listAudit" => $"audit {scope} ",
        "listChambers" => $"chambers {scope}",
        "listKeys" => $"keys {scope}",
        "listRounds" => $"rounds {scope}",
        "listStandings" => $"standings micro-points  {scope}   ",
        "showResults" => results,
        "listUses" => $"uses {results.Split(' ')[1]}",
        _ => operation,
    };

    public static string Of(string question, string position)
    {
        var bytes = new byte[Digest.Bytes];
        Digest.OfText($"{question}\n{position}").Write(bytes);
        return Base64Url.EncodeToString([.. bytes.AsSpan(0, 8), .. Encoding.UTF8.GetBytes(position)]);
    }
}
