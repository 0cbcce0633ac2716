using System.Text.Json;

namespace Kim.Demo.SignIn;

/// <summary>What is needed to sign in as a demo account.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Password">The random password of this installation.</param>
/// <param name="TotpSecret">The secret of the one-time codes, in base 32.</param>
public sealed record DemoAccount(string Name, string Password, string TotpSecret);

/// <summary>The file that identity writes once per installation; never in production.</summary>
public sealed class DemoAccounts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly IReadOnlyList<DemoAccount> _accounts;

    private DemoAccounts(IReadOnlyList<DemoAccount> accounts) => _accounts = accounts;

    /// <summary>Reads the file.</summary>
    public static DemoAccounts Load(string path)
    {
        if (!File.Exists(path)) throw new DemoException($"There is no file {path}: demo accounts exist only with a demo profile. Start Kim with ./kim up.");
        using var stream = File.OpenRead(path);
        var content = JsonSerializer.Deserialize<Content>(stream, Json);
        return new DemoAccounts(content?.Accounts ?? throw new DemoException($"{path} holds no accounts."));
    }

    /// <summary>The account with this name.</summary>
    public DemoAccount Find(string name) =>
        _accounts.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new DemoException($"There is no demo account '{name}'. There are: {string.Join(", ", _accounts.Select(account => account.Name))}.");

    private sealed record Content(IReadOnlyList<DemoAccount>? Accounts);
}
