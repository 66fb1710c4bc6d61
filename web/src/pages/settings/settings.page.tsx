import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ComponentType } from 'react';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Page } from '../../ui/page.tsx';
import { ApiKeysSection } from './api-keys/api-keys-section.tsx';
import { AuditSection } from './audit/audit-section.tsx';
import { MembersSection } from './members/members-section.tsx';
import { ProfileSection } from './profile/profile-section.tsx';
import { AboutSection } from './system/about-section.tsx';
import { HealthSection } from './system/health-section.tsx';
import { TenantSection } from './tenant/tenant-section.tsx';
import { WebhooksSection } from './webhooks/webhooks-section.tsx';

/** The sections, in the order of the list; the key is in the address. */
const SECTIONS = {
  profile: ProfileSection,
  tenant: TenantSection,
  members: MembersSection,
  'api-keys': ApiKeysSection,
  webhooks: WebhooksSection,
  audit: AuditSection,
  health: HealthSection,
  about: AboutSection,
} as const satisfies Record<string, ComponentType>;
type SectionName = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as SectionName[];

/** What can be set, section by section; phones begin with the list. */
export default function SettingsPage() {
  const { settings } = useTexts();
  const { section } = useParams({ strict: false }) as { section?: string };
  if (section !== undefined && !NAMES.includes(section as SectionName)) return <NotFoundPage />;
  const shown = (section ?? 'profile') as SectionName;
  const Section = SECTIONS[shown];
  const isList = section === undefined;
  return (
    <Page title={isList ? settings.title : `${settings.sections[shown]}`} heading={settings.title}>
      <div className="flex items-start gap-6">
        <nav
          aria-label={settings.title}
          className={`w-44 shrink-0 max-phone:w-full ${isList ? '' : 'max-phone:hidden'} phone:sticky phone:top-5`}
        >
          <ul className="flex flex-col gap-0.5 max-phone:gap-0 max-phone:overflow-hidden max-phone:rounded-card max-phone:border max-phone:border-line max-phone:bg-surface">
            {NAMES.map((name) => (
              <li key={name} className="max-phone:border-b max-phone:border-line max-phone:last:border-0">
                <Link
                  to="/settings/$section"
                  params={{ section: name }}
                  aria-current={name === shown ? 'page' : undefined}
                  className="flex items-center rounded-control px-2.5 py-1.5 text-muted hover:bg-sunken hover:text-text phone:aria-[current]:bg-accent-soft phone:aria-[current]:font-medium phone:aria-[current]:text-accent max-phone:rounded-none max-phone:px-4 max-phone:py-3 max-phone:text-text"
                >
                  <span className="flex-1">{settings.sections[name]}</span>
                  <ChevronRight size={15} aria-hidden="true" className="phone:hidden rtl:rotate-180" />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={`min-w-0 flex-1 ${isList ? 'max-phone:hidden' : ''}`}>
          <Link to="/settings" className="mb-3 inline-flex items-center gap-1 py-1 text-muted phone:hidden">
            <ChevronLeft size={15} aria-hidden="true" className="rtl:rotate-180" />
            {settings.title}
          </Link>
          <Section />
        </div>
      </div>
    </Page>
  );
}
