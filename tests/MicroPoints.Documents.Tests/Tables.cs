using System.Text;
using MicroPoints.Activities;

namespace MicroPoints.Documents.Tests;

/// <summary>Tables and kinds for these tests.</summary>
internal static class Tables
{
    public static readonly KindCatalogue Kinds = new("test", Digest.Zero, [
        Kind("member.visited", "走访会员", MeasureType.Count),
        Kind("member.satisfaction", "会员满意度", MeasureType.Rate),
        Kind("party.coverage", "党的组织覆盖", MeasureType.Option, new KindOption("instructor", new Title("指导员"))),
        Kind("rules.adopted", "制度健全", MeasureType.Flag),
        Kind("pledge.signed", "签约", MeasureType.Share),
    ]);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Utf8WithMark(string text) => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];

    public static byte[] Gbk(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030").GetBytes(text);
    }

    private static ActivityKind Kind(string id, string title, MeasureType measure, params KindOption[] options) => new(
        new KindId(id), new Title(title), measure == MeasureType.Option
            ? Nature.State : Nature.Event, measure, null, options, false, null, null, null, []);
}
