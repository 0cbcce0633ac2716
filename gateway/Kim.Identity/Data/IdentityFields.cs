using Kim.Identity.Domain;
using Kim.ServiceKit.Fields;
using OpenIddict.EntityFrameworkCore.Models;

namespace Kim.Identity.Data;

/// <summary>What the columns of identity say about a person: names of staff are personal; whatever opens something is restricted.</summary>
internal static class IdentityFields
{
    public static void Apply(FieldMap fields) => fields
        .Of<KimUser>(
            plain: "Id CreatedAt IsDemo", personal: "UserName NormalizedName DisplayName", restricted: "PasswordHash TotpSecret LastTotpStep InvitationHash InvitationEndsAt")
        .Of<SignInSession>(plain: "Id UserId", personal: "StartedAt EndedAt")
        .Of<SignInRecord>(plain: "Id UserId TraceId", personal: "At Outcome")
        .Of<GuessCounter>(plain: "LastAt OpenAt Tries", restricted: "Key")
        .Of<StoredKey>(plain: "Id CreatedAt Use", restricted: "Secret")
        .Of<DataProtectionKey>(plain: "Id FriendlyName", restricted: "Xml")
        .Plain<Standing>()
        .Of<OccupancyFact>(plain: "Position Version Vacated Module Fachaufsicht", personal: "AccountId From Until")
        .Of<OpenIddictEntityFrameworkCoreApplication<Guid>>(restricted: "*")
        .Of<OpenIddictEntityFrameworkCoreAuthorization<Guid>>(restricted: "*")
        .Of<OpenIddictEntityFrameworkCoreScope<Guid>>(restricted: "*")
        .Of<OpenIddictEntityFrameworkCoreToken<Guid>>(restricted: "*");
}
