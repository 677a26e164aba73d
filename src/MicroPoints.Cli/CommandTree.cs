using System.CommandLine;
using System.CommandLine.Help;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Every verb, in the order a new user meets them.</summary>
internal static class CommandTree
{
    public static Command Build()
    {
        // Not a RootCommand: that takes its name from the assembly, and people type micropoints.
        var root = new Verb("micropoints",
            "MicroPoints 微积分：乡镇街道商会积分激励 points-based incentives for township and street chambers of commerce",
                "demo", "chambers import chambers.csv", "standings", "scorecard c-01")
        {
            DemoCommand.Build(),
            ServeCommand.Build(),
            new Verb("chambers", "the register of chambers 商会名册").With(
                ImportChambers.Build(), ListChambers.Build(), MergeCommand.Build(), SplitCommand.Build(),
                    DissolveCommand.Build(), RenameCommand.Build()),
            new Verb("activities", "what chambers did 积分事项")
                .With(RecordCommand.Build(), ImportActivities.Build(), ReverseCommand.Build(),
                LateWindowCommand.Build(), ListActivities.Build(), FindActivities.Build()),
            new Verb("import", "tables that a county fills 导入表格").With(
                ImportTable.BuildAnnual(), ImportTable.BuildDepartment(), ListImports.Build(), UndoImport.Build()),
            new Verb("template", "empty tables to fill 表格模板").With(TemplateCommands.BuildAnnual(), TemplateCommands.BuildDepartment()),
            new Verb("export", "every list as an Excel workbook 导出表格").With(ExportCommands.All()),
            StandingsCommand.Build(),
            ScorecardCommand.Build(),
            ExplainCommand.Build(),
            AdviceCommand.Build(),
            WhatIfCommand.Build(),
            new Verb("round", "the annual evaluation 年度评价")
                .With(OpenRoundCommand.Build(), ApplyRoundCommand.Build(), AbandonRoundCommand.Build(), LockRoundCommand.Build(),
                StepsCommand.Build(), VetCommand.Build(), NoticeCommand.Build(), ObjectCommand.Build(), AnswerCommand.Build(),
                MovedCommand.Build(), AttachCommand.Build(), DecideRoundCommand.Build(),
                SealRoundCommand.Build(), UseCommand.Build(), PapersCommand.Build(), ReplayCommand.Build(), ShowRoundCommand.Build()),
            new Verb("rules", "rulesets 积分办法").With(CheckRules.Build(), RuleCodes.Build(), TestRules.Build(), ExplainRules.Build(),
                PrintRules.Build(), ExportRules.Build(), ImportRules.Build(), DiffRules.Build(), ImpactRules.Build(),
                PublishRules.Build(), AdoptRules.Build(), EndAdoptionCommand.Build(), AnnualRules.Build(), NotApplicableCommand.Build()),
            new Verb("calendar", "holidays and make-up workdays 放假调休日历").With(ImportCalendar.Build(), ShowCalendar.Build()),
            new Verb("keys", "keys of programs that use the API 接口密钥").With(
                AddKeyCommand.Build(), ListKeysCommand.Build(), RevokeKeyCommand.Build()),
            new Verb("accounts", "accounts of people who sign in 登录账号").With(
                AddAccountCommand.Build(), ListAccountsCommand.Build(), LinkAccountCommand.Build(), CloseAccountCommand.Build()),
            VerifyCommand.Build(),
            RebuildCommand.Build(),
            BackupCommand.Build(),
            RestoreCommand.Build(),
            MigrateCommand.Build(),
            BenchCommand.Build(),
        };
        root.Add(new HelpOption());
        root.Add(VersionText.Option());
        root.Add(Common.Data);
        root.Add(Place.Database);
        root.Add(Place.Server);
        root.Add(Place.ApiKey);
        root.Add(Common.Format);
        ExamplesHelp.Install(root);
        return root;
    }
}
