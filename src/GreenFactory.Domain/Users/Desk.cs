namespace GreenFactory.Domain.Users;

/// <summary>The place where a person works; it decides which rows the person's connection can see.</summary>
public enum Desk
{
    /// <summary>The public pages.</summary>
    Public,

    /// <summary>Registration, sign-in and own account.</summary>
    Account,

    /// <summary>The applicant's desk: own organisations.</summary>
    Apply,

    /// <summary>The district's desk: own districts.</summary>
    District,

    /// <summary>The consulted department's desk: what it was asked about.</summary>
    Departments,

    /// <summary>The city's desk: everything of the city.</summary>
    City,

    /// <summary>The expert's desk: what is assigned.</summary>
    Experts,

    /// <summary>The administrator's desk.</summary>
    Admin,

    /// <summary>The auditor's view of the administrator's pages: reads everything of the city, changes nothing.</summary>
    Audit,

    /// <summary>Background work of one municipality.</summary>
    System,
}
