namespace GreenFactory.Application.Audit;

/// <summary>Who may read an event of a case. The database enforces it.</summary>
public enum Audience
{
    /// <summary>Everybody who sees the case, the applicant too.</summary>
    Case,

    /// <summary>District, consulted departments and city.</summary>
    Officers,

    /// <summary>City, administrators and auditors.</summary>
    City,
}
