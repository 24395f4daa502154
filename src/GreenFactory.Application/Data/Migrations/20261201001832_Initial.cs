using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace GreenFactory.Application.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "clock_setting",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    offset_seconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_setting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "municipality",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    authority_name = table.Column<string>(type: "text", nullable: false),
                    host = table.Column<string>(type: "text", nullable: true),
                    is_default = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm", x => x.id);
                    table.ForeignKey(
                        name: "fk_alarm_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "announcement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcement", x => x.id);
                    table.ForeignKey(
                        name: "fk_announcement_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attempt_counter",
                columns: table => new
                {
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    door = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wait_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attempt_counter", x => new { x.municipality_id, x.door, x.subject });
                    table.ForeignKey(
                        name: "fk_attempt_counter_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_day",
                columns: table => new
                {
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_working_day = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_day", x => new { x.municipality_id, x.day });
                    table.ForeignKey(
                        name: "fk_calendar_day_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    evaluation_year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    district_deadline = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notice_days = table.Column<int>(type: "integer", nullable: false),
                    bottom_rounding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign", x => x.id);
                    table.ForeignKey(
                        name: "fk_campaign_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_number_counter",
                columns: table => new
                {
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prefix = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_number_counter", x => new { x.municipality_id, x.prefix });
                    table.ForeignKey(
                        name: "fk_case_number_counter_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate_counter",
                columns: table => new
                {
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_counter", x => new { x.municipality_id, x.year, x.kind });
                    table.ForeignKey(
                        name: "fk_certificate_counter_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "district",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    authority_name = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    recommends = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district", x => x.id);
                    table.ForeignKey(
                        name: "fk_district_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_message_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_user",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    must_set_up_second_factor = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_user", x => x.id);
                    table.ForeignKey(
                        name: "fk_portal_user_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    desk = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_set_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_set_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    provenance = table.Column<string>(type: "text", nullable: false),
                    industry_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    example_values = table.Column<string[]>(type: "text[]", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    golden_cases = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    drafted_by_name = table.Column<string>(type: "text", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checked_by_name = table.Column<string>(type: "text", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    published_by_name = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retired_reason = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_set_version", x => x.id);
                    table.CheckConstraint("ck_rule_set_version_second_person", "case when cardinality(author_ids) = 0 then published_by is null and drafted_by is null and state in ('Published', 'Retired')\n     when state in ('Draft', 'Checked') then published_by is null\n     else published_by is not null and published_by <> all (author_ids) end");
                    table.ForeignKey(
                        name: "fk_rule_set_version_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "second_factor_restoration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    papers = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_by_name = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "text", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_factor_restoration", x => x.id);
                    table.CheckConstraint("ck_second_factor_restoration_four_eyes", "started_by <> user_id and (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null or confirmed_by <> started_by and confirmed_by <> user_id and confirmed_at <= expires_at)");
                    table.ForeignKey(
                        name: "fk_second_factor_restoration_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signing_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    algorithm = table.Column<string>(type: "text", nullable: false),
                    public_key_pem = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    protected_private_key = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_key", x => x.id);
                    table.ForeignKey(
                        name: "fk_signing_key_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "undelivered_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ticket = table.Column<Guid>(type: "uuid", nullable: true),
                    fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_again_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_undelivered_letter", x => x.id);
                    table.ForeignKey(
                        name: "fk_undelivered_letter_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_session_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "value_confirmation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    standard = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    page = table.Column<string>(type: "text", nullable: false),
                    scan_name = table.Column<string>(type: "text", nullable: false),
                    scan_media_type = table.Column<string>(type: "text", nullable: false),
                    scan_hash = table.Column<string>(type: "text", nullable: false),
                    compared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    compared_by_name = table.Column<string>(type: "text", nullable: false),
                    compared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "text", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "text", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_confirmation", x => x.id);
                    table.CheckConstraint("ck_value_confirmation_second_person", "confirmed_by is null or confirmed_by <> compared_by");
                    table.ForeignKey(
                        name: "fk_value_confirmation_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_criterion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    max_points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_criterion", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_criterion_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assessment_criterion_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_rule",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    required_reviews = table.Column<int>(type: "integer", nullable: false),
                    disputed_from = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    judges_options = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_rule", x => x.campaign_id);
                    table.CheckConstraint("ck_assessment_rule_reviews", "required_reviews between case when method = 'TrimmedMean' then 3 else 1 end and 15");
                    table.ForeignKey(
                        name: "fk_assessment_rule_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assessment_rule_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    supplement_to = table.Column<Guid>(type: "uuid", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    merkle_root = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false),
                    public_key_pem = table.Column<string>(type: "text", nullable: false),
                    opened_by_name = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deadline_grace",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    granted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_grace", x => x.id);
                    table.ForeignKey(
                        name: "fk_deadline_grace_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deadline_grace_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deadline_grace_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "department",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department", x => x.id);
                    table.ForeignKey(
                        name: "fk_department_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_department_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "district_pack",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    receipt_number = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    sealed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_by_name = table.Column<string>(type: "text", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district_pack", x => x.id);
                    table.ForeignKey(
                        name: "fk_district_pack_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_pack_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_pack_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "green_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    former_names = table.Column<string>(type: "text", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    admitted_year = table.Column<int>(type: "integer", nullable: false),
                    certificate_number = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_green_unit", x => x.id);
                    table.ForeignKey(
                        name: "fk_green_unit_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_green_unit_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    in_cultivation_register = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisation_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claim_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_login_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_token_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_rule_set",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_set_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaign_rule_set", x => new { x.campaign_id, x.rule_set_version_id });
                    table.ForeignKey(
                        name: "fk_campaign_rule_set_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campaign_rule_set_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campaign_rule_set_rule_set_versions_rule_set_version_id",
                        column: x => x.rule_set_version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dry_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    base_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_hash = table.Column<string>(type: "text", nullable: false),
                    line_points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: true),
                    line_places = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    report = table.Column<string>(type: "text", nullable: true),
                    stopped_reason = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_by_name = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dry_run", x => x.id);
                    table.ForeignKey(
                        name: "fk_dry_run_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dry_run_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dry_run_rule_set_versions_base_version_id",
                        column: x => x.base_version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dry_run_rule_set_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_set_endorsement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_set_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    endorsed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    endorsed_by_name = table.Column<string>(type: "text", nullable: false),
                    endorsed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_set_endorsement", x => x.id);
                    table.ForeignKey(
                        name: "fk_rule_set_endorsement_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rule_set_endorsement_rule_set_versions_rule_set_version_id",
                        column: x => x.rule_set_version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_quota",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_set_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    set_by_name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_quota", x => x.id);
                    table.ForeignKey(
                        name: "fk_selection_quota_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_quota_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_quota_rule_set_version_rule_set_version_id",
                        column: x => x.rule_set_version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "confirmed_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value_confirmation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    numbers = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmed_row", x => x.id);
                    table.ForeignKey(
                        name: "fk_confirmed_row_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_confirmed_row_value_confirmations_value_confirmation_id",
                        column: x => x.value_confirmation_id,
                        principalTable: "value_confirmation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    comparable_number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    merkle_root = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false),
                    public_key_pem = table.Column<string>(type: "text", nullable: false),
                    published_by_name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication", x => x.id);
                    table.ForeignKey(
                        name: "fk_publication_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publication_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publication_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "benchmark_place",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    green_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    rule_set = table.Column<string>(type: "text", nullable: false),
                    points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    tied = table.Column<int>(type: "integer", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    bottom_places = table.Column<int>(type: "integer", nullable: false),
                    rounding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_bottom = table.Column<bool>(type: "boolean", nullable: false),
                    fixed_by_name = table.Column<string>(type: "text", nullable: false),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benchmark_place", x => x.id);
                    table.ForeignKey(
                        name: "fk_benchmark_place_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_benchmark_place_green_units_green_unit_id",
                        column: x => x.green_unit_id,
                        principalTable: "green_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_benchmark_place_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "benchmark_reminder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    green_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reached_unit = table.Column<bool>(type: "boolean", nullable: false),
                    sent_by_name = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benchmark_reminder", x => x.id);
                    table.ForeignKey(
                        name: "fk_benchmark_reminder_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_benchmark_reminder_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_benchmark_reminder_green_units_green_unit_id",
                        column: x => x.green_unit_id,
                        principalTable: "green_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_benchmark_reminder_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declaration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule_set_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    industry_code = table.Column<string>(type: "text", nullable: true),
                    rule_set_reason = table.Column<string>(type: "text", nullable: false),
                    rule_set_confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration", x => x.id);
                    table.ForeignKey(
                        name: "fk_declaration_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declaration_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declaration_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declaration_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declaration_rule_set_versions_rule_set_version_id",
                        column: x => x.rule_set_version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    district_id = table.Column<Guid>(type: "uuid", nullable: true),
                    department_id = table.Column<Guid>(type: "uuid", nullable: true),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_membership_department_department_id",
                        column: x => x.department_id,
                        principalTable: "department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    code_fault = table.Column<string>(type: "text", nullable: true),
                    site = table.Column<string>(type: "text", nullable: false),
                    organisation_name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    licence_name = table.Column<string>(type: "text", nullable: false),
                    licence_media_type = table.Column<string>(type: "text", nullable: false),
                    licence_hash = table.Column<string>(type: "text", nullable: false),
                    proof_name = table.Column<string>(type: "text", nullable: true),
                    proof_media_type = table.Column<string>(type: "text", nullable: true),
                    proof_hash = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    override_reason = table.Column<string>(type: "text", nullable: true),
                    refusal_reason = table.Column<string>(type: "text", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_claim_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisation_claim_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisation_claim_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "green_unit_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    green_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_green_unit_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_green_unit_event_green_units_green_unit_id",
                        column: x => x.green_unit_id,
                        principalTable: "green_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_green_unit_event_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_green_unit_event_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "honour",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    green_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    certificate_number = table.Column<string>(type: "text", nullable: false),
                    points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: true),
                    rule_set = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_honour", x => x.id);
                    table.ForeignKey(
                        name: "fk_honour_green_unit_green_unit_id",
                        column: x => x.green_unit_id,
                        principalTable: "green_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_honour_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_honour_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication_difference",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_name = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    removes_listed_unit = table.Column<bool>(type: "boolean", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_difference", x => x.id);
                    table.ForeignKey(
                        name: "fk_publication_difference_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publication_difference_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: false),
                    green_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    leaf_hash = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_row", x => x.id);
                    table.ForeignKey(
                        name: "fk_publication_row_green_unit_green_unit_id",
                        column: x => x.green_unit_id,
                        principalTable: "green_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publication_row_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publication_row_publication_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "removal_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    green_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "text", nullable: false),
                    proposed_at_desk = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    answered_by_name = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_proposal", x => x.id);
                    table.CheckConstraint("ck_removal_proposal_second_person", "decided_by is null or decided_by <> proposed_by");
                    table.ForeignKey(
                        name: "fk_removal_proposal_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removal_proposal_green_unit_green_unit_id",
                        column: x => x.green_unit_id,
                        principalTable: "green_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removal_proposal_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removal_proposal_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removal_proposal_publication_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answer_section",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_code = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_by_name = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_section", x => new { x.declaration_id, x.section_code });
                    table.ForeignKey(
                        name: "fk_answer_section_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_answer_section_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_allocation",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    allocated_by = table.Column<Guid>(type: "uuid", nullable: false),
                    allocated_by_name = table.Column<string>(type: "text", nullable: false),
                    allocated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_allocation", x => x.declaration_id);
                    table.ForeignKey(
                        name: "fk_case_allocation_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_allocation_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    deadline = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by_name = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_change_request_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_change_request_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "compliance_ruling",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    ruled_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ruled_by_name = table.Column<string>(type: "text", nullable: false),
                    ruled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compliance_ruling", x => new { x.declaration_id, x.item });
                    table.ForeignKey(
                        name: "fk_compliance_ruling_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_compliance_ruling_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "department_opinion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    attachment_name = table.Column<string>(type: "text", nullable: true),
                    attachment_media_type = table.Column<string>(type: "text", nullable: true),
                    attachment_hash = table.Column<string>(type: "text", nullable: true),
                    given_by_name = table.Column<string>(type: "text", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_recorded_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department_opinion", x => x.id);
                    table.ForeignKey(
                        name: "fk_department_opinion_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_department_opinion_department_department_id",
                        column: x => x.department_id,
                        principalTable: "department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_department_opinion_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_department_opinion_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dry_run_row",
                columns: table => new
                {
                    dry_run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    after = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    effects = table.Column<string>(type: "jsonb", nullable: false),
                    refused_answers = table.Column<int>(type: "integer", nullable: false),
                    rank_before = table.Column<int>(type: "integer", nullable: false),
                    rank_after = table.Column<int>(type: "integer", nullable: false),
                    crossing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dry_run_row", x => new { x.dry_run_id, x.declaration_id });
                    table.ForeignKey(
                        name: "fk_dry_run_row_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dry_run_row_dry_run_dry_run_id",
                        column: x => x.dry_run_id,
                        principalTable: "dry_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dry_run_row_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    scan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scan_note = table.Column<string>(type: "text", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_file_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_file_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert_name = table.Column<string>(type: "text", nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: false),
                    organisation_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    conflict_reason = table.Column<string>(type: "text", nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_assignment", x => x.id);
                    table.ForeignKey(
                        name: "fk_expert_assignment_assessment_rule_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "assessment_rule",
                        principalColumn: "campaign_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expert_assignment_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expert_assignment_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "falsification_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    paper_name = table.Column<string>(type: "text", nullable: false),
                    paper_media_type = table.Column<string>(type: "text", nullable: false),
                    paper_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_name = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_falsification_finding", x => x.id);
                    table.CheckConstraint("ck_falsification_finding_second_person", "decided_by is null or decided_by <> recorded_by");
                    table.ForeignKey(
                        name: "fk_falsification_finding_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_falsification_finding_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frozen_score",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    rule_set_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_set_hash = table.Column<string>(type: "text", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    score_sheet = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frozen_score", x => x.id);
                    table.ForeignKey(
                        name: "fk_frozen_score_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_frozen_score_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_frozen_score_rule_set_versions_rule_set_version_id",
                        column: x => x.rule_set_version_id,
                        principalTable: "rule_set_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_code = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    corrected_inputs = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    answers_hash = table.Column<string>(type: "text", nullable: false),
                    ruled_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ruled_by_name = table.Column<string>(type: "text", nullable: false),
                    ruled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_verdict", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicator_verdict_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_indicator_verdict_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                    table.ForeignKey(
                        name: "fk_message_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_message_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: false),
                    organisation_name = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    district_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    rule_set = table.Column<string>(type: "text", nullable: false),
                    leaf_hash = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_row", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_row_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_row_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_row_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_conclusion",
                columns: table => new
                {
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reviews = table.Column<int>(type: "integer", nullable: false),
                    disputed = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    concluded_by_name = table.Column<string>(type: "text", nullable: false),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_conclusion", x => x.declaration_id);
                    table.ForeignKey(
                        name: "fk_panel_conclusion_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_conclusion_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    summary = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_process_event_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_event_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_event_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "process",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    freed = table.Column<Guid>(type: "uuid", nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_selection_decision_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_decision_declaration_freed",
                        column: x => x.freed,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_decision_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    part_of_day = table.Column<string>(type: "text", nullable: false),
                    officers = table.Column<string[]>(type: "text[]", nullable: false),
                    present = table.Column<string>(type: "text", nullable: false),
                    conclusion = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    saved_by_name = table.Column<string>(type: "text", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_visit", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_visit_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_visit_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "removal_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    removal_proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_unit = table.Column<bool>(type: "boolean", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    added_by_name = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_paper", x => x.id);
                    table.ForeignKey(
                        name: "fk_removal_paper_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removal_paper_removal_proposals_removal_proposal_id",
                        column: x => x.removal_proposal_id,
                        principalTable: "removal_proposal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_request_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false),
                    subject_label = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by_name = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_request_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_change_request_item_change_requests_change_request_id",
                        column: x => x.change_request_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_change_request_item_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_change_request_item_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    attachment_name = table.Column<string>(type: "text", nullable: true),
                    attachment_media_type = table.Column<string>(type: "text", nullable: true),
                    attachment_hash = table.Column<string>(type: "text", nullable: true),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_by_name = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_opinion_version_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinion_version_department_department_id",
                        column: x => x.department_id,
                        principalTable: "department",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinion_version_department_opinion_department_opinion_id",
                        column: x => x.department_opinion_id,
                        principalTable: "department_opinion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinion_version_district_district_id",
                        column: x => x.district_id,
                        principalTable: "district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinion_version_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_opening",
                columns: table => new
                {
                    evidence_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_opening", x => new { x.evidence_file_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_evidence_opening_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_opening_evidence_file_evidence_file_id",
                        column: x => x.evidence_file_id,
                        principalTable: "evidence_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_opening_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_mark",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_mark", x => new { x.assignment_id, x.subject, x.code });
                    table.ForeignKey(
                        name: "fk_expert_mark_expert_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "expert_assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expert_mark_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "district_conclusion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    frozen_score_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    rank_reason = table.Column<string>(type: "text", nullable: false),
                    concluded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    concluded_by_name = table.Column<string>(type: "text", nullable: false),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district_conclusion", x => x.id);
                    table.CheckConstraint("ck_district_conclusion_place_has_reason", "(rank is null) = (rank_reason = '')");
                    table.ForeignKey(
                        name: "fk_district_conclusion_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_conclusion_frozen_scores_frozen_score_id",
                        column: x => x.frozen_score_id,
                        principalTable: "frozen_score",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_conclusion_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "district_pack_row",
                columns: table => new
                {
                    district_pack_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    frozen_score_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verified_total = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district_pack_row", x => new { x.district_pack_id, x.declaration_id });
                    table.ForeignKey(
                        name: "fk_district_pack_row_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_pack_row_district_pack_district_pack_id",
                        column: x => x.district_pack_id,
                        principalTable: "district_pack",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_pack_row_frozen_scores_frozen_score_id",
                        column: x => x.frozen_score_id,
                        principalTable: "frozen_score",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_district_pack_row_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    receipt_number = table.Column<string>(type: "text", nullable: false),
                    frozen_score_id = table.Column<Guid>(type: "uuid", nullable: false),
                    snapshot = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    signals = table.Column<int>(type: "integer", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_by_name = table.Column<string>(type: "text", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission", x => x.id);
                    table.ForeignKey(
                        name: "fk_submission_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submission_frozen_score_frozen_score_id",
                        column: x => x.frozen_score_id,
                        principalTable: "frozen_score",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submission_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    receipt_hash = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    protected_contact = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    burst_id = table.Column<Guid>(type: "uuid", nullable: false),
                    burst_position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => x.id);
                    table.ForeignKey(
                        name: "fk_objection_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objection_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objection_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objection_notice_row_notice_row_id",
                        column: x => x.notice_row_id,
                        principalTable: "notice_row",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_visit_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    declared = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_visit_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_visit_item_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_visit_item_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_visit_item_site_visits_site_visit_id",
                        column: x => x.site_visit_id,
                        principalTable: "site_visit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_visit_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    added_by_name = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_visit_photo", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_visit_photo_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declaration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_visit_photo_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_visit_photo_site_visit_site_visit_id",
                        column: x => x.site_visit_id,
                        principalTable: "site_visit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alarm_municipality_id_subject",
                table: "alarm",
                columns: new[] { "municipality_id", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_announcement_municipality_id_published_at",
                table: "announcement",
                columns: new[] { "municipality_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_answer_section_municipality_id",
                table: "answer_section",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_criterion_campaign_id_code",
                table: "assessment_criterion",
                columns: new[] { "campaign_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_criterion_municipality_id",
                table: "assessment_criterion",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_rule_municipality_id",
                table: "assessment_rule",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_attempt_counter_municipality_id_last_at",
                table: "attempt_counter",
                columns: new[] { "municipality_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_place_district_id",
                table: "benchmark_place",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_place_green_unit_id_year",
                table: "benchmark_place",
                columns: new[] { "green_unit_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_place_municipality_id_year",
                table: "benchmark_place",
                columns: new[] { "municipality_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_reminder_campaign_id_green_unit_id_sent_at",
                table: "benchmark_reminder",
                columns: new[] { "campaign_id", "green_unit_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_reminder_district_id",
                table: "benchmark_reminder",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_reminder_green_unit_id",
                table: "benchmark_reminder",
                column: "green_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_reminder_municipality_id",
                table: "benchmark_reminder",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_municipality_id_year",
                table: "campaign",
                columns: new[] { "municipality_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_rule_set_municipality_id",
                table: "campaign_rule_set",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_rule_set_rule_set_version_id",
                table: "campaign_rule_set",
                column: "rule_set_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_allocation_municipality_id",
                table: "case_allocation",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_request_declaration_id_round",
                table: "change_request",
                columns: new[] { "declaration_id", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_request_municipality_id",
                table: "change_request",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_request_item_change_request_id_position",
                table: "change_request_item",
                columns: new[] { "change_request_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_request_item_declaration_id",
                table: "change_request_item",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_request_item_municipality_id",
                table: "change_request_item",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_compliance_ruling_municipality_id",
                table: "compliance_ruling",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_confirmed_row_municipality_id_fingerprint",
                table: "confirmed_row",
                columns: new[] { "municipality_id", "fingerprint" });

            migrationBuilder.CreateIndex(
                name: "ix_confirmed_row_value_confirmation_id",
                table: "confirmed_row",
                column: "value_confirmation_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_grace_campaign_id",
                table: "deadline_grace",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_grace_district_id",
                table: "deadline_grace",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_grace_municipality_id",
                table: "deadline_grace",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_declaration_campaign_id_organisation_id",
                table: "declaration",
                columns: new[] { "campaign_id", "organisation_id" },
                unique: true,
                filter: "state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_declaration_district_id_state",
                table: "declaration",
                columns: new[] { "district_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_declaration_municipality_id_case_number",
                table: "declaration",
                columns: new[] { "municipality_id", "case_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declaration_municipality_id_state",
                table: "declaration",
                columns: new[] { "municipality_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_declaration_organisation_id",
                table: "declaration",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_declaration_rule_set_version_id",
                table: "declaration",
                column: "rule_set_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_department_district_id_kind",
                table: "department",
                columns: new[] { "district_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_department_municipality_id",
                table: "department",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_department_opinion_declaration_id_department_id",
                table: "department_opinion",
                columns: new[] { "declaration_id", "department_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_department_opinion_department_id_state",
                table: "department_opinion",
                columns: new[] { "department_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_department_opinion_district_id",
                table: "department_opinion",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_department_opinion_municipality_id",
                table: "department_opinion",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_district_municipality_id_name",
                table: "district",
                columns: new[] { "municipality_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_district_conclusion_declaration_id_concluded_at",
                table: "district_conclusion",
                columns: new[] { "declaration_id", "concluded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_district_conclusion_frozen_score_id",
                table: "district_conclusion",
                column: "frozen_score_id");

            migrationBuilder.CreateIndex(
                name: "ix_district_conclusion_in_force",
                table: "district_conclusion",
                column: "declaration_id",
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_district_conclusion_municipality_id",
                table: "district_conclusion",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_district_pack_campaign_id_district_id_sequence",
                table: "district_pack",
                columns: new[] { "campaign_id", "district_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_district_pack_district_id",
                table: "district_pack",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_district_pack_municipality_id_receipt_number",
                table: "district_pack",
                columns: new[] { "municipality_id", "receipt_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_district_pack_row_declaration_id",
                table: "district_pack_row",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_district_pack_row_frozen_score_id",
                table: "district_pack_row",
                column: "frozen_score_id");

            migrationBuilder.CreateIndex(
                name: "ix_district_pack_row_municipality_id",
                table: "district_pack_row",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_base_version_id",
                table: "dry_run",
                column: "base_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_campaign_id",
                table: "dry_run",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_municipality_id",
                table: "dry_run",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_version_id_started_at",
                table: "dry_run",
                columns: new[] { "version_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_row_declaration_id",
                table: "dry_run_row",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_row_dry_run_id_rank_after",
                table: "dry_run_row",
                columns: new[] { "dry_run_id", "rank_after" });

            migrationBuilder.CreateIndex(
                name: "ix_dry_run_row_municipality_id",
                table: "dry_run_row",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_declaration_id_subject_code",
                table: "evidence_file",
                columns: new[] { "declaration_id", "subject_code" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_municipality_id",
                table: "evidence_file",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_opening_declaration_id",
                table: "evidence_opening",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_opening_municipality_id",
                table: "evidence_opening",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignment_campaign_id",
                table: "expert_assignment",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignment_declaration_id_expert_id",
                table: "expert_assignment",
                columns: new[] { "declaration_id", "expert_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignment_expert_id_due_at",
                table: "expert_assignment",
                columns: new[] { "expert_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignment_municipality_id",
                table: "expert_assignment",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_mark_municipality_id",
                table: "expert_mark",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_falsification_finding_declaration_id",
                table: "falsification_finding",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_falsification_finding_municipality_id_credit_code",
                table: "falsification_finding",
                columns: new[] { "municipality_id", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "ix_frozen_score_declaration_id_party_sequence",
                table: "frozen_score",
                columns: new[] { "declaration_id", "party", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_frozen_score_municipality_id",
                table: "frozen_score",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_frozen_score_rule_set_version_id",
                table: "frozen_score",
                column: "rule_set_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_district_id",
                table: "green_unit",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_municipality_id_credit_code_site",
                table: "green_unit",
                columns: new[] { "municipality_id", "credit_code", "site" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_municipality_id_name_id",
                table: "green_unit",
                columns: new[] { "municipality_id", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_search_text",
                table: "green_unit",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_event_green_unit_id_occurred_on",
                table: "green_unit_event",
                columns: new[] { "green_unit_id", "occurred_on" });

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_event_municipality_id",
                table: "green_unit_event",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_green_unit_event_publication_id",
                table: "green_unit_event",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "ix_honour_green_unit_id_year",
                table: "honour",
                columns: new[] { "green_unit_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_honour_municipality_id_certificate_number",
                table: "honour",
                columns: new[] { "municipality_id", "certificate_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_honour_publication_id",
                table: "honour",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "ix_indicator_verdict_declaration_id_indicator_code_sequence",
                table: "indicator_verdict",
                columns: new[] { "declaration_id", "indicator_code", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicator_verdict_municipality_id",
                table: "indicator_verdict",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_department_id",
                table: "membership",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_district_id",
                table: "membership",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_municipality_id",
                table: "membership",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_organisation_id",
                table: "membership",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_user_id",
                table: "membership",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_declaration_id",
                table: "message",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_municipality_id",
                table: "message",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_user_id",
                table: "message",
                column: "user_id",
                filter: "read_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_message_user_id_created_at",
                table: "message",
                columns: new[] { "user_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_code",
                table: "municipality",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_municipality_host",
                table: "municipality",
                column: "host",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_campaign_id",
                table: "notice",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_municipality_id_opens_at",
                table: "notice",
                columns: new[] { "municipality_id", "opens_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_row_declaration_id",
                table: "notice_row",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_row_municipality_id",
                table: "notice_row",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_row_notice_id_position",
                table: "notice_row",
                columns: new[] { "notice_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objection_burst_id",
                table: "objection",
                column: "burst_id");

            migrationBuilder.CreateIndex(
                name: "ix_objection_declaration_id",
                table: "objection",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_objection_municipality_id_receipt_hash",
                table: "objection",
                columns: new[] { "municipality_id", "receipt_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objection_notice_id_state",
                table: "objection",
                columns: new[] { "notice_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_objection_notice_row_id",
                table: "objection",
                column: "notice_row_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_version_declaration_id",
                table: "opinion_version",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_version_department_id",
                table: "opinion_version",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_version_department_opinion_id_sequence",
                table: "opinion_version",
                columns: new[] { "department_opinion_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opinion_version_district_id",
                table: "opinion_version",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_version_municipality_id",
                table: "opinion_version",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_district_id",
                table: "organisation",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_municipality_id_credit_code_site",
                table: "organisation",
                columns: new[] { "municipality_id", "credit_code", "site" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claim_district_id_state",
                table: "organisation_claim",
                columns: new[] { "district_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claim_municipality_id",
                table: "organisation_claim",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claim_organisation_id",
                table: "organisation_claim",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claim_user_id_credit_code_site",
                table: "organisation_claim",
                columns: new[] { "user_id", "credit_code", "site" },
                unique: true,
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_due_at_created_at",
                table: "outbox_message",
                columns: new[] { "due_at", "created_at" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_municipality_id",
                table: "outbox_message",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_conclusion_municipality_id",
                table: "panel_conclusion",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_portal_user_municipality_id_normalized_email",
                table: "portal_user",
                columns: new[] { "municipality_id", "normalized_email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_user_municipality_id_normalized_user_name",
                table: "portal_user",
                columns: new[] { "municipality_id", "normalized_user_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_process_municipality_id_started_at",
                table: "process",
                columns: new[] { "municipality_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_process_event_declaration_id_occurred_at",
                table: "process_event",
                columns: new[] { "declaration_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_process_event_municipality_id_sequence",
                table: "process_event",
                columns: new[] { "municipality_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_process_event_process_id",
                table: "process_event",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_campaign_id",
                table: "publication",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_municipality_id_comparable_number",
                table: "publication",
                columns: new[] { "municipality_id", "comparable_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publication_municipality_id_published_at",
                table: "publication",
                columns: new[] { "municipality_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_publication_notice_id",
                table: "publication",
                column: "notice_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publication_difference_municipality_id",
                table: "publication_difference",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_difference_publication_id",
                table: "publication_difference",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_row_green_unit_id",
                table: "publication_row",
                column: "green_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_row_municipality_id",
                table: "publication_row",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_row_publication_id_position",
                table: "publication_row",
                columns: new[] { "publication_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_removal_paper_municipality_id",
                table: "removal_paper",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_removal_paper_removal_proposal_id",
                table: "removal_paper",
                column: "removal_proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_removal_proposal_district_id",
                table: "removal_proposal",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_removal_proposal_municipality_id_state",
                table: "removal_proposal",
                columns: new[] { "municipality_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_removal_proposal_organisation_id",
                table: "removal_proposal",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_removal_proposal_publication_id",
                table: "removal_proposal",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "ux_removal_proposal_open",
                table: "removal_proposal",
                column: "green_unit_id",
                unique: true,
                filter: "state in ('Proposed', 'Heard', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "ix_rule_set_endorsement_municipality_id",
                table: "rule_set_endorsement",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_rule_set_endorsement_rule_set_version_id_endorsed_by",
                table: "rule_set_endorsement",
                columns: new[] { "rule_set_version_id", "endorsed_by" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rule_set_version_municipality_id_rule_set_id_version",
                table: "rule_set_version",
                columns: new[] { "municipality_id", "rule_set_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_second_factor_restoration_municipality_id_started_at",
                table: "second_factor_restoration",
                columns: new[] { "municipality_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_second_factor_restoration_user_id",
                table: "second_factor_restoration",
                column: "user_id",
                unique: true,
                filter: "confirmed_at is null and closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_selection_decision_declaration_id_decided_at",
                table: "selection_decision",
                columns: new[] { "declaration_id", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_selection_decision_municipality_id",
                table: "selection_decision",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_selection_decision_place_taken",
                table: "selection_decision",
                column: "freed",
                unique: true,
                filter: "kind = 'MovedUp'");

            migrationBuilder.CreateIndex(
                name: "ix_selection_quota_campaign_id_rule_set_version_id",
                table: "selection_quota",
                columns: new[] { "campaign_id", "rule_set_version_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_selection_quota_municipality_id",
                table: "selection_quota",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_selection_quota_rule_set_version_id",
                table: "selection_quota",
                column: "rule_set_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_signing_key_municipality_id_fingerprint",
                table: "signing_key",
                columns: new[] { "municipality_id", "fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_declaration_id",
                table: "site_visit",
                column: "declaration_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_municipality_id",
                table: "site_visit",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_item_declaration_id",
                table: "site_visit_item",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_item_municipality_id",
                table: "site_visit_item",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_item_site_visit_id_position",
                table: "site_visit_item",
                columns: new[] { "site_visit_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_photo_declaration_id",
                table: "site_visit_photo",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_photo_municipality_id",
                table: "site_visit_photo",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_visit_photo_site_visit_id",
                table: "site_visit_photo",
                column: "site_visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_submission_declaration_id_sequence",
                table: "submission",
                columns: new[] { "declaration_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submission_frozen_score_id",
                table: "submission",
                column: "frozen_score_id");

            migrationBuilder.CreateIndex(
                name: "ix_submission_municipality_id_receipt_number",
                table: "submission",
                columns: new[] { "municipality_id", "receipt_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_letter_municipality_id_given_up_at",
                table: "undelivered_letter",
                columns: new[] { "municipality_id", "given_up_at" });

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_letter_ticket",
                table: "undelivered_letter",
                column: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_undelivered_letter_user_id",
                table: "undelivered_letter",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_claim_user_id",
                table: "user_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_login_user_id",
                table: "user_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_session_municipality_id",
                table: "user_session",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_session_user_id",
                table: "user_session",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_value_confirmation_municipality_id_standard",
                table: "value_confirmation",
                columns: new[] { "municipality_id", "standard" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alarm");

            migrationBuilder.DropTable(
                name: "announcement");

            migrationBuilder.DropTable(
                name: "answer_section");

            migrationBuilder.DropTable(
                name: "assessment_criterion");

            migrationBuilder.DropTable(
                name: "attempt_counter");

            migrationBuilder.DropTable(
                name: "benchmark_place");

            migrationBuilder.DropTable(
                name: "benchmark_reminder");

            migrationBuilder.DropTable(
                name: "calendar_day");

            migrationBuilder.DropTable(
                name: "campaign_rule_set");

            migrationBuilder.DropTable(
                name: "case_allocation");

            migrationBuilder.DropTable(
                name: "case_number_counter");

            migrationBuilder.DropTable(
                name: "certificate_counter");

            migrationBuilder.DropTable(
                name: "change_request_item");

            migrationBuilder.DropTable(
                name: "clock_setting");

            migrationBuilder.DropTable(
                name: "compliance_ruling");

            migrationBuilder.DropTable(
                name: "confirmed_row");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "deadline_grace");

            migrationBuilder.DropTable(
                name: "district_conclusion");

            migrationBuilder.DropTable(
                name: "district_pack_row");

            migrationBuilder.DropTable(
                name: "dry_run_row");

            migrationBuilder.DropTable(
                name: "evidence_opening");

            migrationBuilder.DropTable(
                name: "expert_mark");

            migrationBuilder.DropTable(
                name: "falsification_finding");

            migrationBuilder.DropTable(
                name: "green_unit_event");

            migrationBuilder.DropTable(
                name: "honour");

            migrationBuilder.DropTable(
                name: "indicator_verdict");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "opinion_version");

            migrationBuilder.DropTable(
                name: "organisation_claim");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "panel_conclusion");

            migrationBuilder.DropTable(
                name: "process_event");

            migrationBuilder.DropTable(
                name: "publication_difference");

            migrationBuilder.DropTable(
                name: "publication_row");

            migrationBuilder.DropTable(
                name: "removal_paper");

            migrationBuilder.DropTable(
                name: "rule_set_endorsement");

            migrationBuilder.DropTable(
                name: "second_factor_restoration");

            migrationBuilder.DropTable(
                name: "selection_decision");

            migrationBuilder.DropTable(
                name: "selection_quota");

            migrationBuilder.DropTable(
                name: "signing_key");

            migrationBuilder.DropTable(
                name: "site_visit_item");

            migrationBuilder.DropTable(
                name: "site_visit_photo");

            migrationBuilder.DropTable(
                name: "submission");

            migrationBuilder.DropTable(
                name: "undelivered_letter");

            migrationBuilder.DropTable(
                name: "user_claim");

            migrationBuilder.DropTable(
                name: "user_login");

            migrationBuilder.DropTable(
                name: "user_session");

            migrationBuilder.DropTable(
                name: "user_token");

            migrationBuilder.DropTable(
                name: "change_request");

            migrationBuilder.DropTable(
                name: "value_confirmation");

            migrationBuilder.DropTable(
                name: "district_pack");

            migrationBuilder.DropTable(
                name: "dry_run");

            migrationBuilder.DropTable(
                name: "evidence_file");

            migrationBuilder.DropTable(
                name: "expert_assignment");

            migrationBuilder.DropTable(
                name: "notice_row");

            migrationBuilder.DropTable(
                name: "department_opinion");

            migrationBuilder.DropTable(
                name: "process");

            migrationBuilder.DropTable(
                name: "removal_proposal");

            migrationBuilder.DropTable(
                name: "site_visit");

            migrationBuilder.DropTable(
                name: "frozen_score");

            migrationBuilder.DropTable(
                name: "portal_user");

            migrationBuilder.DropTable(
                name: "assessment_rule");

            migrationBuilder.DropTable(
                name: "department");

            migrationBuilder.DropTable(
                name: "green_unit");

            migrationBuilder.DropTable(
                name: "publication");

            migrationBuilder.DropTable(
                name: "declaration");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "rule_set_version");

            migrationBuilder.DropTable(
                name: "campaign");

            migrationBuilder.DropTable(
                name: "district");

            migrationBuilder.DropTable(
                name: "municipality");
        }
    }
}
