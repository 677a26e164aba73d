using MicroPoints.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>What went wrong in words for a clerk, with the status that says the same.</summary>
internal static class FaultWords
{
    /// <param name="id">What the log knows it by.</param>
    public static (int Status, string Title, string Words) Of(Exception e, string id) => e switch
    {
        QueryRefusedException refused => (400, "这样查不到结果", refused.Message),
        AntiforgeryValidationException or BadHttpRequestException { InnerException: AntiforgeryValidationException } =>
            (400, "页面已过期", "请返回上一页，刷新后再提交一次；刚才的内容没有保存。"),
        BadHttpRequestException { StatusCode: 413 } or InvalidDataException =>
            (413, "文件太大", "文件超过了能接收的大小，什么都没有保存：请删去多余的内容，或者拆成几个文件。"),
        AppendUnknownException => (503, "不确定是否已经保存", "请返回上一页，原样再提交一次：同一条不会记两次。"),
        StoreException => (503, "暂时不能读写数据", "请稍后再试一次；服务器日志里有原因。"),
        _ => (500, "程序出错了", $"请把这个编号告诉维护人员：{id}"),
    };
}
