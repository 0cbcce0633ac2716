using System.Security.Cryptography;
using System.Text.Json;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Kim.Identity.Features.Accounts;
using Kim.Identity.SignIn;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kim.Identity.Setup;

/// <summary>
/// The demo profile's accounts, never in production. Passwords and secrets are random per installation and stand in one
/// ignored file that only its owner can read; who loses the file gets new ones.
/// </summary>
internal sealed partial class DemoAccounts(
    IdentityDb db, AccountBook book, OneTimeCodes codes, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock,
    ILogger<DemoAccounts> log)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 24;

    // 24 random characters need no stretching, and a dozen full hashes would delay the first start by seconds; the first
    // sign-in raises each to the full number of rounds.
    private static readonly PasswordHasher<KimUser> Quick = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task WriteAsync(CancellationToken ct)
    {
        if (!configuration.GetValue<bool>("Kim:Demo") || configuration["Kim:Profile"] is not { Length: > 0 } profile) return;
        if (environment.IsProduction())
        {
            NotInProduction(log);
            return;
        }

        var source = Path.Combine(profile, "demo-accounts.json");
        if (!File.Exists(source)) return;
        var wanted = Read(source);
        var file = configuration["Identity:DemoAccountsFile"] ?? throw new InvalidOperationException("Identity:DemoAccountsFile is missing: the demo accounts need a file for their passwords.");
        var known = await KnownAsync(file, ct);
        var changed = await WriteAsync(wanted, known, ct);
        if (changed) await SaveAsync(file, wanted.Select(account => known[account.Name]), ct);
    }

    private async Task<bool> WriteAsync(IReadOnlyList<ProfileAccount> wanted, Dictionary<string, Credentials> known, CancellationToken ct)
    {
        // Hashing takes its time: it is done before the transaction, and for nobody who has a password that is known.
        var there = await ThereAsync(ct);
        var fresh = wanted.Where(account => !there.Contains(account.Id) || !known.ContainsKey(account.Name)).ToDictionary(account => account.Name, NewCredentials);

        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        foreach (var account in wanted)
        {
            var user = await db.Users.SingleOrDefaultAsync(row => row.Id == account.Id, ct);
            var isNew = user is null;
            user ??= account.ToUser(clock.GetUtcNow());
            if (fresh.TryGetValue(account.Name, out var made))
            {
                user.SetUp(made.Hash, codes.Seal(made.Secret, account.Id), usedStep: 0);
                known[account.Name] = made.Credentials;
            }

            await WriteAsync(account, user, isNew, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return fresh.Count > 0;
    }

    private async Task WriteAsync(ProfileAccount account, KimUser user, bool isNew, CancellationToken ct)
    {
        if (await db.Accounts.SingleOrDefaultAsync(row => row.Id == account.Id, ct) is not { } stored)
        {
            await book.OpenAsync(user, account.Rights, ct);
            return;
        }

        if (isNew) db.Add(user);
        // What a position of funding gives is no departure from the profile.
        if (await db.Standings.FindAsync([account.Id], ct) is not { } standing || !account.Rights.SameAs(stored, standing))
            await book.ChangeAsync(stored, account.Rights, null, ct);
    }

    private async Task<HashSet<Guid>> ThereAsync(CancellationToken ct)
    {
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        return [.. await db.Users.Where(user => user.IsDemo).Select(user => user.Id).ToListAsync(ct)];
    }

    private (string Hash, byte[] Secret, Credentials Credentials) NewCredentials(ProfileAccount account)
    {
        var password = RandomNumberGenerator.GetString(Alphabet, PasswordLength);
        var secret = OneTimeCodes.NewSecret();
        return (Quick.HashPassword(null!, password), secret, new Credentials(account.Name, password, OneTimeCodes.Text(secret), account.Roles));
    }

    private static List<ProfileAccount> Read(string source)
    {
        var content = JsonSerializer.Deserialize<ProfileFile>(File.ReadAllBytes(source), Json);
        if (content?.Items is not { Count: > 0 } items) throw new InvalidOperationException($"{source}: /items is missing.");
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Rights.Check() is { } wrong)
                throw new InvalidOperationException($"{source}: /items/{index}/{wrong.Field}: {wrong.Title}");
        }

        return items;
    }

    private static async Task<Dictionary<string, Credentials>> KnownAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) return new Dictionary<string, Credentials>(StringComparer.Ordinal);
        await using var stream = File.OpenRead(file);
        var content = await JsonSerializer.DeserializeAsync<CredentialsFile>(stream, Json, ct);
        return content?.Accounts.ToDictionary(account => account.Name, StringComparer.Ordinal) ?? new Dictionary<string, Credentials>(StringComparer.Ordinal);
    }

    private static async Task SaveAsync(string file, IEnumerable<Credentials> accounts, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(draft, options))
            await JsonSerializer.SerializeAsync(stream, new CredentialsFile([.. accounts]), Json, ct);
        File.Move(draft, file, overwrite: true);
    }

    private sealed record ProfileFile(List<ProfileAccount> Items);

    private sealed record ProfileAccount(
        Guid Id, string Name, string DisplayName, IReadOnlyList<string> Roles, string Organisation, string? Team, IReadOnlyList<string>? Ags, string? Position)
    {
        public AccountRights Rights => new(Roles, Organisation, Team, Ags ?? [], Position);

        public KimUser ToUser(DateTimeOffset now) => new()
        {
            Id = Id, UserName = Name, NormalizedName = KimUser.Normalize(Name), DisplayName = DisplayName, CreatedAt = now, IsDemo = true,
        };
    }

    private sealed record CredentialsFile(IReadOnlyList<Credentials> Accounts);

    private sealed record Credentials(string Name, string Password, string TotpSecret, IReadOnlyList<string> Roles);

    [LoggerMessage(LogLevel.Warning, "Kim:Demo is set in production: no demo account was made")]
    private static partial void NotInProduction(ILogger logger);
}
