namespace Kim.Cases.Tests.Slices;

/// <summary>The service on real servers with the Coesfeld profile.</summary>
public sealed class CasesHost : ServiceHost<Program>
{
    public CasesHost() : base("cases") => Profile = Repository.Profile;

    internal CaseDesk Desk => new(this, TestAccounts.CaseManager);

    internal CaseDesk DeskOf(TestAccount account) => new(this, account);
}
