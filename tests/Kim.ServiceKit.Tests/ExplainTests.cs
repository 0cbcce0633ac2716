using System.Net;
using Kim.ServiceKit.Tests.Desk;

namespace Kim.ServiceKit.Tests;

/// <summary>Why may, or may not, this account do this on this record: one answer per rule, and no more than the asker may know.</summary>
public sealed class ExplainTests(DeskHost host) : IClassFixture<DeskHost>
{
    private const string Secret = "what the note says";

    [Fact]
    public async Task An_own_right_is_explained_with_policy_roles_reach_and_classes()
    {
        var id = await NoteAsync();
        var json = (await AskAsync(TestAccounts.CaseManager, $"operation=GetNote&id={id}")).Expect(HttpStatusCode.OK).Json;
        Assert.True(json["may"]!.GetValue<bool>());
        Assert.Equal(("GRANTED", "notes:write", "ALL"), ((string)json["rule"]!, (string)json["policy"]!, (string)json["reach"]!));
        Assert.Equal(["CASE_MANAGER", "COORDINATOR"], json["rolesNeeded"]!.AsArray().Select(role => (string)role!));
        Assert.Equal(["CASE_MANAGER"], json["rolesHeld"]!.AsArray().Select(role => (string)role!));
        Assert.Empty(json["fieldClasses"]!.AsArray());
        Assert.DoesNotContain(Secret, json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_record_is_explained_like_one_that_there_is_not()
    {
        var foreign = (await AskAsync(TestAccounts.OtherCaseManager, $"operation=GetNote&id={await NoteAsync()}")).Expect(HttpStatusCode.OK);
        var missing = (await AskAsync(TestAccounts.OtherCaseManager, $"operation=GetNote&id={Guid.NewGuid()}")).Expect(HttpStatusCode.OK);
        Assert.Equal("RECORD_NOT_VISIBLE", (string)foreign.Json["rule"]!);
        Assert.Equal(missing.Text, foreign.Text);
    }

    [Fact]
    public async Task Others_are_explained_to_coordination_and_data_protection_alone()
    {
        var query = $"operation=GetNote&account={TestAccounts.OtherCaseManager.Id}";
        foreach (var account in TestAccounts.All)
        {
            var answer = await AskAsync(account, query);
            if (account == TestAccounts.Coordinator || account == TestAccounts.DataProtectionOfficer || account == TestAccounts.OtherCaseManager) answer.Expect(HttpStatusCode.OK);
            else answer.ExpectProblem(HttpStatusCode.Forbidden, "others-rights");
        }
    }

    [Fact]
    public async Task Data_protection_learns_which_rule_decided()
    {
        var id = await NoteAsync();
        Assert.Equal("GRANTED", await RuleAsync($"operation=GetNote&id={id}&account={TestAccounts.CaseManager.Id}"));
        Assert.Equal("RECORD_OUT_OF_REACH", await RuleAsync($"operation=GetNote&id={id}&account={TestAccounts.OtherCaseManager.Id}"));
        Assert.Equal("RECORD_UNKNOWN", await RuleAsync($"operation=GetNote&id={Guid.NewGuid()}&account={TestAccounts.OtherCaseManager.Id}"));
        Assert.Equal("ROLE_MISSING", await RuleAsync($"operation=GetNote&id={id}&account={TestAccounts.Ops.Id}"));
        Assert.Equal("NO_ACTIVE_ACCOUNT", await RuleAsync($"operation=GetNote&id={id}&account={Guid.NewGuid()}"));
    }

    [Fact]
    public async Task An_unknown_operation_is_named() =>
        (await AskAsync(TestAccounts.DataProtectionOfficer, "operation=Everything")).ExpectProblem(HttpStatusCode.BadRequest, "operation-unknown");

    [Fact]
    public async Task Who_asked_about_whom_is_on_record()
    {
        var account = TestAccounts.CaseManager with { Id = Guid.NewGuid() };
        await host.AddAccountAsync(account);
        await RuleAsync($"operation=GetNote&account={account.Id}");
        var row = Assert.Single(await host.QueryAsync("select account_id, action, operation, subject from audit where subject_id = $1", account.Id));
        Assert.Equal((TestAccounts.DataProtectionOfficer.Id, "READ", "ExplainAccess", "access"), ((Guid)row["account_id"]!, (string)row["action"]!, (string)row["operation"]!, (string)row["subject"]!));
    }

    private async Task<Guid> NoteAsync() => (await host.ClientFor(TestAccounts.CaseManager).PostAsync("notes", new { text = Secret })).Expect(HttpStatusCode.Created).Id;

    private async Task<string> RuleAsync(string query) => (string)(await AskAsync(TestAccounts.DataProtectionOfficer, query)).Expect(HttpStatusCode.OK).Json["rule"]!;

    private Task<Answer> AskAsync(TestAccount account, string query) => host.ClientFor(account).CallAsync("access/explanation?" + query);
}
