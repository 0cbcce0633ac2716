using OtpNet;

namespace Kim.EndToEnd.Tests.Running;

/// <summary>A demo account with what it signs in with.</summary>
public sealed record DemoAccount(string Name, string Password, string TotpSecret, IReadOnlyList<string> Roles)
{
    /// <summary>The one-time code of this moment. Identity takes each code once.</summary>
    public string Code() => new Totp(Base32Encoding.ToBytes(TotpSecret)).ComputeTotp();
}

/// <summary>The file that identity writes for a demo installation.</summary>
internal sealed record AccountFile(IReadOnlyList<DemoAccount> Accounts)
{
    public IReadOnlyDictionary<string, DemoAccount> ByName() => Accounts.ToDictionary(account => account.Name);
}
