using MicroPoints.Documents.Tests.Xlsx;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>Tables in the shapes in which scoring rules are published. All texts and numbers are made by us.</summary>
internal static class Samples
{
    /// <summary>Two blocks, the first with its points beside the category's name, a bonus below, a sum at the end.</summary>
    public static byte[] TwoBlocks { get; } = new WrittenDocument()
        .Say("某市异地商会年度考核办法").Say("考核实行百分制，总分100分，创新另外加分，加分不超过10分。得分90分以上为优秀，80—89分为良好，60—79分为合格，60分以下为不合格。")
        .Say("考核结果作为通报表扬和政策扶持的参考。")
        .Table("考核项目|分值|考核内容|评分标准|自评分",
            "引进工作实绩|50|牵线落实项目|每完成牵线落实1个项目得10分，最高50分，多超多得。|",
            "组织服务工作|50|项目衔接|有专人衔接项目的得10分，没有的不得分。|",
            "^|^|经贸活动|每组织一场经贸活动得2分，最高8分|",
            "^|^|拓展市场|每建立一个异地市场得4分，最高不超过8分|",
            "^|^|机构人员计划|机构健全得3分，人员到位得3分，计划落实得2分|",
            "^|^|掌握信息|按信息完整程度评分|",
            "^|^|报送信息|达到8次得8分，每少1次扣1分，扣完为止。|",
            "5>加分项",
            "创新||创新工作|每1项分别加3-5分|",
            "3>合计|100|")
        .Bytes();

    /// <summary>Three levels with the points of each beside it.</summary>
    public static byte[] ThreeLevels { get; } = new WrittenDocument()
        .Say("某省行业协会商会评估指标").Say("满分200分。5A级190分以上，4A级181—190分，3A级161—180分。")
        .Table("一级指标|分值|二级指标|分值|三级指标|分值|评分依据|自评分|扣分原因",
            "党建工作|40|党建入章|10|党建入章|10|已写入章程得10分，未写入不得分||",
            "^|^|组织覆盖|30|组织设立|20|设立党组织的得20分；未设立但通过指导员、联络员开展工作的得15分；否则0分||",
            "^|^|^|^|工作覆盖|10|每季度开展一次活动得2.5分||",
            "基础条件|80|法人资格|30|法定代表人|10|符合规定得10分||",
            "^|^|^|^|活动资金|10|达到规定数额得10分，未达到不得分||",
            "^|^|^|^|办公条件|10|有固定场所得4分，面积达到规定得3分，产权清晰得3分||",
            "^|^|遵纪守法|50|年检结论|20|合格得20分，基本合格得10分，不合格不得分||",
            "^|^|^|^|无违法违规|30|无违法违规行为得30分，每发生一起扣10分，扣完为止||",
            "工作绩效|80|服务会员|50|会员满意率|30|90%以上得30分；80%以上得20分；60%以上得10分；60%以下不得分；参评率不低于50%||",
            "^|^|^|^|诉求办结率|20|按办结率计分||",
            "^|^|反映诉求|30|建议采纳|30|每采纳一条，县级得5分、市级得10分、省级得15分，最高30分||",
            "5>总计|200|||")
        .Bytes();

    /// <summary>A workbook with merged cells, parts for deductions and vetoes, and a sum that is wrong.</summary>
    public static byte[] Township { get; } = Sheet(
        [
            ["某县乡镇商会积分评分表"],
            ["类别", "积分项目", "满分", "评分细则", "数据来源", "责任单位"],
            ["服务会员（20分）", "走访会员", 6, "每走访1户次得0.5分，最高6分", "走访记录、需求清单", "县工商联"],
            ["", "办结会员诉求", 6, "每办结一件得1分", "工作记录", ""],
            ["", "理事会议", 8, "全年召开4次以上得8分，每少一次扣2分", "会议纪要", ""],
            ["诚信守法（20分）", "会费收缴", 10, "未完成的按完成比例得分", "财务报表", ""],
            ["", "三公开", 4, "每季度公开得1分", "公开栏照片", "乡镇"],
            ["", "诚信公约", 8, "由县工商联酌情评定", "", ""],
            ["四、扣分项"],
            ["", "违规收费", "", "每起扣3分", "部门确认", "市场监管局"],
            ["", "应报未报", -0.5, "每次扣0.5分，最多扣2分", "", ""],
            ["五、一票否决项"],
            ["", "列入严重违法失信名单", "", "一票否决，取消评优资格", "", "民政局"],
            ["合计", "", 45],
            ["注：本表由县工商联负责解释，未尽事宜按上级规定执行。"],
        ], "A3:A5", "A6:A8", "A1:F1", "A9:F9", "A12:F12", "A15:F15");

    /// <summary>No merged cells, one level of names, chinese numerals, a column of its own.</summary>
    public static byte[] OneLevel { get; } = Sheet(
    [
        ["序号", "考核内容", "分数", "计分办法", "备注"],
        [1, "一、组织建设（30分）"],
        [2, "党组织建设", 10, "建立党组织得十分，选派指导员得六分，没有的不得分", "组织部提供"],
        [3, "换届规范", 10, "按期换届得10分", ""],
        [4, "会员发展", 10, "每新发展十户得一分", ""],
        [5, "二、作用发挥（70分）"],
        [6, "调解纠纷", 30, "成功调解一件得2分", ""],
        [7, "招商引资", 20, "每签约1亿元得0.4分", ""],
        [8, "志愿服务", 10, "0.5分/次", ""],
        [9, "宣传报道", "3-5", "", ""],
        [10, "其他工作", 5, "视完成情况评定，最高5分", ""],
    ]);

    public static IEnumerable<(string Name, byte[] File)> All =>
        [("two blocks", TwoBlocks), ("three levels", ThreeLevels), ("township", Township), ("one level", OneLevel)];

    private static byte[] Sheet(object[][] rows, params string[] merged)
    {
        var book = new Book();
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++)
                if (rows[row][column] is not "") book.Put(row + 1, column + 1, rows[row][column]);
        foreach (var range in merged) book.Merge(range);
        return book.Bytes();
    }
}
