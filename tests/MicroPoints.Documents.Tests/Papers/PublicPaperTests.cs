using MicroPoints.Rounds;

namespace MicroPoints.Documents.Tests.Papers;

/// <summary>What goes out of the house: letters, notice, report on it, announcement.</summary>
public sealed class PublicPaperTests
{
    private static readonly string[] Blanks = ["＿＿＿＿＿＿工商业联合会（盖章）", "联系人：＿＿＿＿＿＿"];

    [Fact]
    public async Task Every_body_that_was_asked_has_a_letter_and_a_reply_slip_and_learns_of_no_other_reply()
    {
        var letter = (await (await PaperDesk.Vetted()).Write(PrintedPaper.VettingLetter))!;
        Assert.Equal(["县税务局：", "县人民法院："], letter.Paragraphs.Where(p => p is "县税务局：" or "县人民法院："));
        Assert.Equal(2, letter.Paragraphs.Count(p => p == "回　　执"));
        Assert.Equal(["县税务局（盖章）", "县人民法院（盖章）"], letter.Paragraphs.Where(p => p.Contains("（盖章）", StringComparison.Ordinal)
            && !p.Contains('＿')).Select(p => p.Trim('　')));
        Assert.Contains("2027年1月8日", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperDesk.Ground, letter.Text, StringComparison.Ordinal);
        Assert.All(Blanks.Append("＿＿＿〔＿＿＿＿〕＿＿号"), b => Assert.Contains(b, letter.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_federation_is_named_where_its_region_has_a_name_and_is_a_blank_elsewhere()
    {
        const string Seal = "工商业联合会（盖章）";
        var demo = (await (await PaperDesk.Locked(RoundPurpose.Rehearsal, PaperDesk.Stamp)).Write(PrintedPaper.Notice))!;
        Assert.Contains($"澜屏县{Seal}", demo.Text, StringComparison.Ordinal);
        var unknown = (await (await PaperDesk.Locked(RoundPurpose.Rehearsal)).Write(PrintedPaper.Notice))!;
        Assert.Contains($"＿＿＿＿＿＿{Seal}", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anybody_was_asked_the_letter_has_a_blank_for_the_body() =>
        Assert.Contains("＿＿＿＿＿＿＿＿：", (await (await PaperDesk.Locked()).Write(PrintedPaper.VettingLetter))!.Paragraphs);

    [Fact]
    public async Task Before_it_is_entered_the_notice_has_blanks_for_its_days_and_place()
    {
        var notice = (await (await PaperDesk.Vetted()).Write(PrintedPaper.Notice))!;
        Assert.Contains("＿＿＿＿年＿＿月＿＿日张贴，公示＿＿个工作日（不少于5个", notice.Text, StringComparison.Ordinal);
        Assert.Contains("公示地点：＿＿", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("以本次公示为准", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notice_tells_points_grades_proposals_its_last_day_and_how_to_object()
    {
        var desk = await PaperDesk.Noticed();
        var notice = (await desk.Write(PrintedPaper.Notice))!;
        Assert.Equal(["白沙镇商会", "80.35", "良好", "项目争取参考名单、政策扶持参考名单、受邀参加政府相关活动"], notice.Row("白沙镇商会"));
        Assert.Equal(["红枫街道商会", "3.00", "待提升", "—"], notice.Row("红枫街道商会"));
        Assert.Contains("2027年1月8日张贴，公示5个工作日（张贴当日不计），至2027年1月18日止。", notice.Text, StringComparison.Ordinal);
        Assert.Contains("公示地点：县政府网站。", notice.Text, StringComparison.Ordinal);
        Assert.Contains($"核验码：{(await desk.State()).Notices[0].Noticed.Content.ToString()[..8]}", notice.Text, StringComparison.Ordinal);
        Assert.Contains("15日内答复", notice.Text, StringComparison.Ordinal);
        Assert.All(Blanks, b => Assert.Contains(b, notice.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_moved_since_the_notice_is_printed_as_a_new_one_with_blanks()
    {
        var desk = await PaperDesk.Noticed();
        await desk.TakeObjection();
        var notice = (await desk.Write(PrintedPaper.Notice))!;
        Assert.Equal("80.85", notice.Row("白沙镇商会")[1]);
        Assert.Contains("以本次公示为准", notice.Text, StringComparison.Ordinal);
        Assert.Contains("公示地点：＿＿", notice.Text, StringComparison.Ordinal);
        Assert.Contains("须重新公示", (await desk.Write(PrintedPaper.NoticeReport))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_counts_notices_and_objections_and_does_not_tell_who_objected()
    {
        var report = (await (await PaperDesk.Decided()).Write(PrintedPaper.NoticeReport))!;
        Assert.Contains("第二次：2027年1月8日在县政府网站公示", report.Text, StringComparison.Ordinal);
        Assert.Contains("共收到异议1件：采纳1件", report.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "白沙镇商会", "2027年1月8日", "2027年1月8日", "采纳，已重新计算"], report.Row("白沙镇商会"));
        Assert.DoesNotContain("李四", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("漏记走访", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_announcement_gives_outcomes_with_their_validity_and_the_one_passed_over_is_not_given()
    {
        var desk = await PaperDesk.Sealed();
        var text = (await desk.Write(PrintedPaper.Announcement))!.Text;
        Assert.Contains("2027年1月22日主席办公会（〔2027〕3号）研究确定", text, StringComparison.Ordinal);
        Assert.Contains("青石镇商会、白沙镇商会。有效期：2027年1月1日至2027年12月31日。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("奖优评先推荐", text, StringComparison.Ordinal);
        Assert.DoesNotContain("帮扶", text, StringComparison.Ordinal);
        Assert.Contains($"核验码：{(await desk.State()).Sealed!.Result.ToString()[..8]}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meetings_reasons_are_announced_only_where_they_may_be()
    {
        var desk = await PaperDesk.Decided();
        Assert.DoesNotContain(PaperDesk.Why, (await desk.Write(PrintedPaper.Announcement))!.Text, StringComparison.Ordinal);
        Assert.Contains($"青石镇商会经会议研究未予推荐，理由：{PaperDesk.Why}",
            (await desk.Write(PrintedPaper.Announcement, withReasons: true))!.Text, StringComparison.Ordinal);
    }
}
