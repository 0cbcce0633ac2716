using Kim.ServiceKit.Fields;

namespace Kim.ServiceKit.Accounts;

/// <summary>How far a right reaches, narrow to wide. The row-level policies know it as <c>kim.reaches('OWN')</c> and so on.</summary>
public enum Reach
{
    /// <summary>Records that the account itself is responsible for or is the subject of.</summary>
    Own,

    /// <summary>Records of the account's team.</summary>
    Team,

    /// <summary>Records of the employing organisation. Never used for cases: Dienstaufsicht opens none (domain.md 3.5).</summary>
    Organisation,

    /// <summary>Records of the municipalities (AGS) that the account serves.</summary>
    Region,

    /// <summary>All records of the installation, whatever the employer; reference data, too.</summary>
    All,
}

/// <summary>One cell of a table of rights: a role, how far it reaches and which classes of fields it sees.</summary>
/// <param name="Role">Role code, or a client's <see cref="ClientActor.Scope"/>.</param>
/// <param name="Reach">Which records.</param>
/// <param name="Sees">Which field classes beside the plain one.</param>
public sealed record Grant(string Role, Reach Reach, FieldClass Sees)
{
    /// <summary>A bare role code reaches all and sees plain fields only: right for reference data, and never too much.</summary>
    /// <param name="role">Role code.</param>
    public static implicit operator Grant(string role) => new(role, Reach.All, FieldClass.Plain);
}

/// <summary>The words of the table.</summary>
public static class GrantWords
{
    /// <summary>The role with its reach and the field classes it sees.</summary>
    /// <param name="role">Role code.</param>
    /// <param name="reach">Which records.</param>
    /// <param name="sees">Which field classes; plain ones are always seen.</param>
    public static Grant With(this string role, Reach reach, FieldClass sees = FieldClass.Plain) => new(role, reach, sees);
}
