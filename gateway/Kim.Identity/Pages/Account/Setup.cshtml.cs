using Kim.Identity.Domain;
using Kim.Identity.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Kim.Identity.Pages.Account;

/// <summary>An invited person chooses a password and connects an authenticator app.</summary>
public sealed class SetupModel(IServiceProvider services, IDataProtectionProvider protection, IStringLocalizer<Texts> texts) : SignInPage
{
    private static readonly TimeSpan DraftValid = TimeSpan.FromHours(1);
    private readonly ITimeLimitedDataProtector _drafts = protection.CreateProtector("account setup").ToTimeLimitedDataProtector();

    /// <summary>The token of the invitation.</summary>
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    /// <summary>The proposed secret, sealed: it is stored only when the app has shown a code for it.</summary>
    [BindProperty(Name = "draft")]
    public string? Draft { get; set; }

    /// <summary>The chosen password.</summary>
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>The app's code.</summary>
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>The invited person; null when the link does not work.</summary>
    public KimUser? Invited { get; private set; }

    /// <summary>Whether the account is set up now.</summary>
    public bool Done { get; private set; }

    /// <summary>The secret for typing.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The secret for scanning, as a data URI.</summary>
    public string QrCode { get; private set; } = "";

    /// <summary>Shows the form with a new secret.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Invited = await FindAsync(ct);
        if (Invited is not null) Propose(OneTimeCodes.NewSecret());
    }

    /// <summary>Uses the invitation.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Invited = await FindAsync(ct);
        if (Invited is null || OpenDraft() is not { } secret)
        {
            Invited = null;
            return Page();
        }

        Propose(secret);
        if (PasswordRules.Refuse(Password ?? "", Invited.UserName) is { } reason) return Refused(texts[reason]);
        var accepted = await services.GetRequiredService<Invitations>().AcceptAsync(Invited, Password!, secret, Code ?? "", ct);
        if (!accepted) return Refused(texts["SetupCodeWrong"]);
        await services.GetRequiredService<SignInDesk>().RecordAsync(Invited.Id, SignInOutcome.SetUp, ct);
        Done = true;
        return Page();
    }

    private async Task<KimUser?> FindAsync(CancellationToken ct) =>
        Token is { Length: > 0 and < 100 } token ? await services.GetRequiredService<Invitations>().FindAsync(token, ct) : null;

    private void Propose(byte[] secret)
    {
        Secret = OneTimeCodes.Text(secret);
        Draft = Convert.ToBase64String(_drafts.Protect(secret, DraftValid));
        var uri = $"otpauth://totp/Kim:{Uri.EscapeDataString(Invited!.UserName)}?secret={Secret}&issuer=Kim";
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(code);
        QrCode = "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(4));
    }

    private byte[]? OpenDraft()
    {
        try
        {
            return _drafts.Unprotect(Convert.FromBase64String(Draft ?? ""));
        }
        catch (Exception broken) when (broken is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
