using MicroPoints.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>What went wrong in words for a clerk, with the status that says the same.</summary>
internal static class FaultWords
{
    /// <summary>Work that was told to stop with the service: nothing went wrong.</summary>
    public static Title Stopped { get; } = new("服务停止时停下了，已完成的都在。", "It stopped with the service; what was done is there.");

    /// <param name="id">What the log knows it by.</param>
    public static (int Status, Title Title, Title Words) Of(Exception e, string id) => e switch
    {
        QueryRefusedException refused => (400, new("这样查不到结果", "This finds nothing"),
            RefusalWords.OfQuestion(refused.Reason, refused.Message)),
        AntiforgeryValidationException or BadHttpRequestException { InnerException: AntiforgeryValidationException } => (400,
            new("页面已过期", "This page is too old"), new("请返回上一页，刷新后再提交一次；刚才的内容没有保存。",
                "Go back, reload the page and send it again: nothing was saved.")),
        BadHttpRequestException { StatusCode: 413 } or InvalidDataException => (413, new("文件太大", "The file is too large"),
            new("文件超过了能接收的大小，什么都没有保存：请删去多余的内容，或者拆成几个文件。",
                "The file is larger than what is taken, and nothing was saved: leave out what is not needed, or split it.")),
        AppendUnknownException => (503, new("不确定是否已经保存", "Perhaps saved, perhaps not"), new(
            "请返回上一页，原样再提交一次：同一条不会记两次。", "Go back and send the same again: nothing is recorded twice.")),
        StoreException => (503, new("暂时不能读写数据", "The data cannot be read or written now"),
            new("请稍后再试一次；服务器日志里有原因。", "Try again later; the server's log says why.")),
        _ => (500, new("程序出错了", "Something went wrong"),
            new($"请把这个编号告诉维护人员：{id}", $"Tell this number to whoever maintains the program: {id}")),
    };
}
