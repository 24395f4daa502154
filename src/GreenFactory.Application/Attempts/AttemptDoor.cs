namespace GreenFactory.Application.Attempts;

/// <summary>What is tried; each is counted by itself.</summary>
public enum AttemptDoor
{
    /// <summary>A password at sign-in, or the present one when it is changed.</summary>
    Password,

    /// <summary>A code of the second factor.</summary>
    SecondFactor,

    /// <summary>A letter by which a password is set anew.</summary>
    ResetLetter,

    /// <summary>A letter that confirms an address, or tells it that it has an account.</summary>
    RegistrationLetter,

    /// <summary>An objection of the public.</summary>
    Objection,
}
