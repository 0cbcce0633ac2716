using System.Security.Cryptography;
using Kim.Identity.Data;
using Kim.Identity.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Identity.Tests;

[Collection(IdentityTests.Name)]
public sealed class StartTests(IdentityHost host)
{
    private const string Key = IdentityHost.KeyEncryptionKey;

    [Theory]
    [InlineData(null, Key, "Identity:Issuer is missing")]
    [InlineData("https://kim.example.de", Key, "trailing slash")]
    [InlineData("https://kim.example.de/kim/", Key, "nothing behind it")]
    [InlineData("http://kim.example.de/", Key, "https")]
    [InlineData("https://kim.example.de/", null, "Identity:KeyEncryptionKey is missing")]
    [InlineData("https://kim.example.de/", "short", "fewer than 32")]
    public async Task Identity_does_not_start_without_its_configuration(string? issuer, string? key, string reason)
    {
        var (before, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            Assert.Equal(1, await Start.RunAsync([$"--Identity:Issuer={issuer}", $"--Identity:KeyEncryptionKey={key}"]));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains(reason, said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_is_for_one_machine_alone()
    {
        Assert.True(Settings("http://localhost:8080/").PlainHttp);
        Assert.False(Settings("https://kim.example.de/").PlainHttp);
    }

    [Fact]
    public void A_sealed_secret_opens_with_its_key_and_purpose_alone()
    {
        var vault = new KeyVault(Settings("https://kim.example.de/"));
        var box = vault.Seal("secret"u8, "one");
        Assert.Equal("secret"u8.ToArray(), vault.Open(box, "one"));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(box, "two"));
        Assert.ThrowsAny<CryptographicException>(() => new KeyVault(Settings("https://kim.example.de/", Key + "x")).Open(box, "one"));
    }

    [Fact]
    public async Task A_signing_key_is_published_before_it_signs_and_after_it_signed()
    {
        var ring = host.Services.GetRequiredService<KeyRing>();
        await ring.LoadAsync(default);
        var first = ring.Signing[0].KeyId;
        await AgeKeysAsync(KeyRing.Signs);
        await ring.MaintainAsync(default);
        await ring.LoadAsync(default);
        Assert.Equal(2, ring.Signing.Count);
        Assert.Equal(first, ring.Signing[0].KeyId);
        var next = ring.Signing[1].KeyId;

        await AgeKeysAsync(TimeSpan.FromDays(1));
        await ring.LoadAsync(default);
        Assert.Equal([next, first], ring.Signing.Select(key => key.KeyId));
        using var client = host.Client();
        Assert.Equal(2, (await client.CallAsync("/.well-known/jwks")).Json["keys"]!.AsArray().Count);

        await AgeKeysAsync(TimeSpan.FromDays(30));
        await ring.MaintainAsync(default);
        await ring.LoadAsync(default);
        Assert.Equal([next], ring.Signing.Select(key => key.KeyId));

        // A service that still has the old keys asks for the new ones as soon as it meets an unknown one.
        var api = await (await host.PersonAsync(Contracts.Vocabulary.Roles.Office)).ApiAsync();
        await Eventually.HoldsAsync(async () => (await api.CallAsync("/api/v1/identity/accounts/me")).Status == System.Net.HttpStatusCode.OK);
    }

    private async Task AgeKeysAsync(TimeSpan by)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SignInDb>().Keys.Where(key => key.Use == KeyUse.Signing)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.CreatedAt, key => key.CreatedAt - by));
    }

    private static IdentitySettings Settings(string issuer, string key = Key) => IdentitySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Identity:Issuer"] = issuer, ["Identity:KeyEncryptionKey"] = key }).Build()).Value;
}
