using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroPoints.Documents;

/// <summary>The fonts of official papers, each with what to take where it is not installed.</summary>
internal static class DocxFonts
{
    public const string Title = "方正小标宋简体", Text = "仿宋", Head = "黑体", Second = "楷体", PageNumber = "宋体", Latin = "Times New Roman";

    /// <summary>小标宋 is on few machines and the GB2312 fonts only on old ones; Windows and WPS know the names beside them.</summary>
    public static Fonts Table() => new(
        Of(Title, "方正小标宋_GBK,华文中宋,宋体"), Of(Text, "仿宋_GB2312,华文仿宋,FangSong"), Of(Head, "SimHei"),
        Of(Second, "楷体_GB2312,华文楷体,KaiTi"), Of(PageNumber, "SimSun"),
        new Font(new FontCharSet { Val = "00" }, new FontFamily { Val = FontFamilyValues.Roman }) { Name = Latin });

    private static Font Of(string name, string others) => new(
        new AltName { Val = others }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto })
    { Name = name };
}
