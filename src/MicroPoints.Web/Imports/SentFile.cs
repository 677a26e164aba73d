using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A file of a form, or why it was not taken.</summary>
internal sealed record SentFile(string Name, byte[] Bytes, Title? Refused)
{
    /// <param name="form">Null where no form was sent.</param>
    public static async Task<SentFile> Read(IFormCollection? form, CancellationToken cancel)
    {
        if (form?.Files["file"] is not { Length: > 0 } file)
            return Not("请选择一个有内容的文件。", "Choose a file that holds something.");
        if (file.Length > Limits.TableBytesMax) return Not("文件超过 10 MB，没有导入：请删去图片和多余的工作表，或者拆成几个文件。",
            "The file is larger than 10 MB and was not taken: remove pictures and other sheets, or split it.");
        await using var stream = file.OpenReadStream();
        return new SentFile(Path.GetFileName(file.FileName), await ImportService.ReadAll(stream, cancel), null);
    }

    private static SentFile Not(string zh, string en) => new("", [], new Title(zh, en));
}
